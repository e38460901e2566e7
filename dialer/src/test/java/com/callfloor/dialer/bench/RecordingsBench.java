package com.callfloor.dialer.bench;

import java.time.Duration;

import com.callfloor.dialer.app.DriftOnTheFloor;
import com.callfloor.dialer.app.RecordingsOnTheFloor;

/** {@code bin/floor bench recorder}, the part on a whole floor; {@code recorder.bench.RecorderBench} is the other. */
public final class RecordingsBench {
    private RecordingsBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> measure(new Numbers(args)));
    }

    private static int measure(Numbers numbers) throws Exception {
        int drift = numbers.minutes("--drift");
        return drift > 0 ? drift(Duration.ofMinutes(drift)) : atOnce(numbers);
    }

    private static int drift(Duration talk) throws Exception {
        try (var floor = new DriftOnTheFloor()) {
            System.out.print(floor.measure(talk));
            return 0;
        }
    }

    private static int atOnce(Numbers numbers) throws Exception {
        try (var floor = new RecordingsOnTheFloor(numbers.of("--calls", 60))) {
            RecordingsOnTheFloor.Figures figures = floor.measure(Duration.ofSeconds(numbers.of("--seconds", 60)));
            System.out.print(figures);
            return figures.missing().isEmpty() ? 0 : 1;
        }
    }
}
