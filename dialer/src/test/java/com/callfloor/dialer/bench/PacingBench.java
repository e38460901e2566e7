package com.callfloor.dialer.bench;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.app.PacingOnTheFloor;

/** {@code bin/floor bench pacing}: progress to stderr, the figures to stdout. */
public final class PacingBench {
    private static final int GOAL_MICROS = 1_000;

    private PacingBench() {}

    public static void main(String[] args) throws Exception {
        int agents = number(args, "--agents", 20);
        int minutes = number(args, "--minutes", 10);
        int seed = number(args, "--seed", 1);
        double micros = CpuCosts.micros(PacingBenchmark.class).values().iterator().next();
        System.out.printf("decision   %.1f us CPU for 200 agents and 400 ringing calls (goal < %d)%n", micros,
                GOAL_MICROS);
        System.out.println(PacingOnTheFloor.measure(agents, Duration.ofMinutes(minutes), seed));
    }

    private static int number(String[] args, String option, int usual) {
        int at = List.of(args).indexOf(option);
        if (at < 0) {
            return usual;
        }
        try {
            int number = Integer.parseInt(args[at + 1]);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Said below.
        }
        System.err.println("floor: " + option + " needs a whole number above 0");
        System.exit(2);
        return usual;
    }
}
