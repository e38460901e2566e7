package com.callfloor.dialer.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked of a simulated floor other than what its trace says. */
final class Overrides {
    @Option(names = "--agents", paramLabel = "N")
    @Nullable
    Integer agents;

    @Option(names = "--p", paramLabel = "RATE")
    @Nullable
    String p;

    @Option(names = "--trunks", paramLabel = "N")
    @Nullable
    Integer trunks;

    @Option(names = "--cps", paramLabel = "N")
    @Nullable
    Double cps;

    @Option(names = "--breaks", paramLabel = "N")
    @Nullable
    Double breaks;

    @Option(names = "--hours", paramLabel = "N")
    @Nullable
    Double hours;

    @Option(names = "--forecast", paramLabel = "Q")
    double forecast;
}
