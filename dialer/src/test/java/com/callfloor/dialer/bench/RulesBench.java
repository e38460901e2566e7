package com.callfloor.dialer.bench;

import java.util.Comparator;
import java.util.Map;

/** {@code bin/floor bench rules}: progress to stderr, the figures to stdout. */
public final class RulesBench {
    private static final int GOAL_MICROS = 50;

    private RulesBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, Double> micros = CpuCosts.micros(DecisionBenchmark.class);
        ReservationSpeed.Figures reserved = ReservationSpeed.measure(ReservationSpeed.MANY);
        micros.forEach((name, cost) -> System.out.printf("           %-20s %8.1f us%n", name, cost));
        double slowest = micros.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        System.out.printf("decision   %.1f us CPU (goal < %d)%n", slowest, GOAL_MICROS);
        System.out.println(reserved);
    }
}
