package com.callfloor.dialer.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;

import static java.util.Objects.requireNonNull;

/** {@code bin/floor bench rules}: progress to stderr, the figures to stdout. */
public final class RulesBench {
    private static final int GOAL_MICROS = 50;

    private RulesBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, Double> micros = decisions();
        ReservationSpeed.Figures reserved = ReservationSpeed.measure();
        micros.forEach((name, cost) -> System.out.printf("           %-20s %8.1f us%n", name, cost));
        double slowest = micros.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        System.out.printf("decision   %.1f us CPU (goal < %d)%n", slowest, GOAL_MICROS);
        System.out.println(reserved);
    }

    /** CPU time by benchmark; the JIT compiler has seen all of them before each is measured, as on a floor. */
    private static Map<String, Double> decisions() throws RunnerException {
        var options = new OptionsBuilder().include(DecisionBenchmark.class.getName())
                .warmupMode(WarmupMode.BULK)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options,
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL)).run();
        Map<String, Double> micros = new LinkedHashMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            micros.put(benchmark.substring(benchmark.lastIndexOf('.') + 1),
                    requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL)).getScore());
        }
        return micros;
    }
}
