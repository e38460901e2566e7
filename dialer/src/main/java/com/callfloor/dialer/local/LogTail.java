package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last words of a process that did not start. */
final class LogTail {
    private static final int LINES = 20;

    private LogTail() {}

    /** The last lines, or why there are none. */
    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(%s cannot be read: %s)".formatted(log, e);
        }
    }
}
