package com.callfloor.dialer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder of the configuration. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** Its files whose names end so, by name. */
    static List<Path> files(Path folder, String ending) throws ConfigProblem {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static String text(Path file) throws ConfigProblem {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConfigProblem unreadable(Path path, IOException e) {
        return new ConfigProblem(path + " cannot be read: " + e.getMessage(), e);
    }
}
