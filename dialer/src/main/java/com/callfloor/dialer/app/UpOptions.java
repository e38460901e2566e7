package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.local.SipAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code up}; bin/floor's help explains them. */
final class UpOptions {
    @Option(names = "--for", paramLabel = "60s")
    private @Nullable Duration runFor;

    @Option(names = "--agents", paramLabel = "N")
    private @Nullable Integer agents;

    @Option(names = "--cases", paramLabel = "FILE")
    private @Nullable Path cases;

    @Option(names = "--trunk", paramLabel = "HOST:PORT")
    private @Nullable SipAddress trunk;

    @Option(names = "--mode", paramLabel = "MODE")
    private @Nullable String mode;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Option(names = "--port", paramLabel = "N")
    private @Nullable Integer port;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable Instant at;

    Optional<Duration> runFor() {
        return Optional.ofNullable(runFor);
    }

    Optional<Integer> agents() {
        return Optional.ofNullable(agents);
    }

    Optional<Path> cases() {
        return Optional.ofNullable(cases);
    }

    Optional<SipAddress> trunk() {
        return Optional.ofNullable(trunk);
    }

    Optional<String> mode() {
        return Optional.ofNullable(mode);
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    Optional<Integer> port() {
        return Optional.ofNullable(port);
    }

    Optional<Instant> at() {
        return Optional.ofNullable(at);
    }
}
