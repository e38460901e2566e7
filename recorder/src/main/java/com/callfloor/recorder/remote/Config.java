package com.callfloor.recorder.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * The section {@code remote_recorder} of a YAML file, with the environment's {@code FLOOR_REMOTE_RECORDER_<KEY>} above
 * it. Everything else in the file is left to others, so the floor's one file serves here too.
 */
final class Config {
    static final String SECTION = "remote_recorder";
    private static final String ENV_PREFIX = "FLOOR_REMOTE_RECORDER_";

    private final Map<String, String> values;

    private Config(Map<String, String> values) {
        this.values = values;
    }

    static Config read(Optional<Path> file, Map<String, String> env, Set<String> known) throws ConfigException {
        Map<String, String> values = new TreeMap<>();
        if (file.isPresent()) {
            readSection(file.get(), known, values);
        }
        env.forEach((name, value) -> {
            String key = name.startsWith(ENV_PREFIX)
                    ? name.substring(ENV_PREFIX.length()).toLowerCase(Locale.ROOT)
                    : "";
            if (known.contains(key)) {
                values.put(key, value);
            }
        });
        return new Config(values);
    }

    /** The value, without blanks around it; empty if it is not given or blank. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String key) throws ConfigException {
        return value(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    long number(String key, long otherwise, long least, long most) throws ConfigException {
        String text = value(key).orElse(Long.toString(otherwise));
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "is '" + text + "'; give a whole number");
        }
        throw wrong(key, "is " + text + "; give a number from " + least + " to " + most);
    }

    static ConfigException wrong(String key, String what) {
        return new ConfigException(SECTION + "." + key + " " + what + " (set it in the file or as " + ENV_PREFIX
                + key.toUpperCase(Locale.ROOT) + ")");
    }

    private static void readSection(Path file, Set<String> known, Map<String, String> values) throws ConfigException {
        for (Map.Entry<String, JsonNode> entry : parse(file).path(SECTION).properties()) {
            if (!known.contains(entry.getKey())) {
                throw new ConfigException(file + ": " + SECTION + "." + entry.getKey() + " is not known; known are "
                        + String.join(", ", new TreeSet<>(known)));
            }
            if (!entry.getValue().isValueNode()) {
                throw new ConfigException(file + ": " + SECTION + "." + entry.getKey() + " must be a single value");
            }
            values.put(entry.getKey(), entry.getValue().asText(""));
        }
    }

    private static JsonNode parse(Path file) throws ConfigException {
        if (!Files.isReadable(file)) {
            throw new ConfigException(file + " cannot be read; does it exist, and may this user read it?");
        }
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new ConfigException(file + " is not valid YAML: " + e.getMessage());
        }
    }
}
