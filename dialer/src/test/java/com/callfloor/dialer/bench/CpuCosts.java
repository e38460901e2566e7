package com.callfloor.dialer.bench;

import java.util.Collection;
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

/** CPU time by benchmark; the JIT compiler has seen all of them before each is measured, as on a floor. */
final class CpuCosts {
    private CpuCosts() {}

    static Map<String, Double> micros(Class<?> benchmarks) throws RunnerException {
        var options = new OptionsBuilder().include(benchmarks.getName())
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
