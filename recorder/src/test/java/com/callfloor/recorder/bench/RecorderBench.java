package com.callfloor.recorder.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code bin/floor bench recorder}: the figures to stdout. */
public final class RecorderBench {
    private RecorderBench() {}

    public static void main(String[] args) throws Exception {
        int calls = number(args, "--calls", 60);
        int seconds = number(args, "--seconds", 60);
        System.out.print(EncodingSpeed.measure());
        System.out.print(Crosstalk.measure());
        Path folder = Files.createTempDirectory("callfloor-bench-recorder");
        try {
            System.out.print(IntakeDelay.measure(folder, calls, Duration.ofSeconds(seconds)));
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static int number(String[] args, String option, int usual) {
        int at = List.of(args).indexOf(option);
        if (at < 0) {
            return usual;
        }
        String given = at + 1 < args.length ? args[at + 1] : "";
        if (!given.matches("[1-9][0-9]{0,3}")) {
            System.err.println("floor: " + option + " needs a whole number from 1 to 9999, not '" + given + "'");
            System.exit(2);
        }
        return Integer.parseInt(given);
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
