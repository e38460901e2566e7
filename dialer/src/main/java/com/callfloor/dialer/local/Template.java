package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Configuration files with places to fill: <code>{{name}}</code>. Not <code>${name}</code>, which is the dialplan's own
 * sign for a variable. A value may have several lines.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

    private Template() {}

    /**
     * Writes every file of one folder, filled in, into another.
     *
     * @throws LocalFloorException if a place has no value; it names file and line
     */
    static void renderFolder(Path from, Path to, Map<String, String> values) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(file.getFileName()), render(file, values));
            }
        } catch (IOException e) {
            throw new LocalFloorException("The templates in %s cannot be rendered into %s".formatted(from, to), e);
        }
    }

    private static String render(Path file, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.startsWith(";")) {
                line = fill(line, values, file, number);
            }
            filled.append(line).append('\n');
        }
        return filled.toString();
    }

    private static String fill(String line, Map<String, String> values, Path file, int number) {
        return PLACE.matcher(line).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new LocalFloorException("%s, line %d: nothing is known by the name %s; known: %s".formatted(file,
                        number, place.group(), values.keySet().stream().sorted().toList()));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
