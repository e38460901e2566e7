package com.callfloor.dialer.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.callfloor.dialer.setup.ConfiguredValue;
import com.callfloor.dialer.setup.ConfiguredValue.Kind;

/**
 * Every value that the floor runs with, for people, with what the file says of it. The records are the list: a new key is shown
 * without further ado, and one that holds a secret must be marked {@link Secret}.
 */
public final class ConfigValues {
    private static final Pattern UPPER = Pattern.compile("([A-Z])");
    /** An address may hold a sign-in or a key, before the host, among its parts or behind the question mark. */
    private static final Pattern IN_ADDRESS = Pattern
            .compile("(?<=://)\\S*@|(?i)(?<=password=)[^,&)\\s]+|(?<=[^\\s]{3}\\?)[^\\s]+");

    private final Map<String, Shown> shown = new LinkedHashMap<>();

    /** {@code text}: what is compared with the file's, and of a secret nobody is shown. */
    private record Shown(Kind kind, String text) {}

    private ConfigValues(FloorConfig config) {
        walk("", config);
    }

    /**
     * In the order of the records.
     *
     * @param running what the floor runs with
     * @throws ConfigProblem if the file is not what it was when the floor started, and cannot be read any more
     */
    public static List<ConfiguredValue> of(Path file, FloorConfig running) throws ConfigProblem {
        Map<String, String> comments = Comments.of(ConfigFolder.text(file));
        Map<String, Shown> inFile = new ConfigValues(new ConfigFile().read(file, Map.of())).shown;
        List<ConfiguredValue> values = new ArrayList<>();
        new ConfigValues(running).shown.forEach((path, value) -> values.add(new ConfiguredValue(path, value.kind(),
                value.kind() == Kind.VALUE ? value.text() : "", comments.getOrDefault(path, ""),
                !value.equals(inFile.get(path)))));
        return List.copyOf(values);
    }

    private void walk(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String key = UPPER.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
            Object value = Objects.requireNonNull(value(record, component), key);
            if (component.isAnnotationPresent(Secret.class)) {
                secret(path + key, value);
            } else {
                value(path + key, value);
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private void secret(String path, Object value) {
        String text = value.toString();
        boolean set = !(value instanceof Map<?, ?> map ? map.isEmpty() : text.isBlank());
        shown.put(path, new Shown(set ? Kind.SECRET_SET : Kind.SECRET_NOT_SET, text));
    }

    private void value(String path, Object value) {
        switch (value) {
            case DurationRange range -> plain(path, Durations.text(range.from()) + ".." + Durations.text(range.to()));
            case Record record -> {
                shown.put(path, new Shown(Kind.SECTION, ""));
                walk(path + ".", record);
            }
            case Map<?, ?> map when !map.isEmpty() -> {
                shown.put(path, new Shown(Kind.SECTION, ""));
                map.forEach((key, entry) -> value(path + "." + key, Objects.requireNonNull(entry)));
            }
            case List<?> list when list.stream().anyMatch(Record.class::isInstance) -> {
                shown.put(path, new Shown(Kind.SECTION, ""));
                for (int i = 0; i < list.size(); i++) {
                    value(path + "[" + i + "]", Objects.requireNonNull(list.get(i)));
                }
            }
            default -> plain(path, text(value));
        }
    }

    private void plain(String path, String text) {
        shown.put(path, new Shown(Kind.VALUE, IN_ADDRESS.matcher(text).replaceAll("…")));
    }

    private static String text(Object value) {
        return switch (value) {
            case Duration duration -> Durations.text(duration);
            case List<?> list -> list.stream().map(ConfigValues::text).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.isEmpty() ? "" : map.toString();
            default -> String.valueOf(value);
        };
    }
}
