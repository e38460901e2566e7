package com.callfloor.dialer.bench;

import java.time.Duration;

import com.callfloor.dialer.app.PacingOnTheFloor;

/** {@code bin/floor bench pacing}: progress to stderr, the figures to stdout. */
public final class PacingBench {
    private static final int GOAL_MICROS = 1_000;

    private PacingBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> measure(new Numbers(args)));
    }

    private static int measure(Numbers numbers) throws Exception {
        int agents = numbers.of("--agents", 20);
        int minutes = numbers.of("--minutes", 10);
        int seed = numbers.of("--seed", 1);
        double micros = CpuCosts.micros(PacingBenchmark.class).values().iterator().next();
        System.out.printf("decision   %.1f us CPU for 200 agents and 400 ringing calls (goal < %d)%n", micros,
                GOAL_MICROS);
        System.out.println(PacingOnTheFloor.measure(agents, Duration.ofMinutes(minutes), seed));
        return 0;
    }
}
