package com.callfloor.dialer.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A file of {@code rules/zones}: words in lines, with comments and empty lines in between. */
final class ZoneTable {
    private static final Pattern SPACES = Pattern.compile(" +");

    private ZoneTable() {}

    static List<List<String>> read(String name) {
        try (InputStream file = ZoneTable.class.getResourceAsStream("zones/" + name)) {
            if (file == null) {
                throw new IllegalStateException("rules/zones/" + name + " is not in the program: build it again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(SPACES.split(line.strip())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("rules/zones/" + name + " cannot be read from the program", e);
        }
    }
}
