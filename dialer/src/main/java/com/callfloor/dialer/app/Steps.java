package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Shows what is being started and how long it took. */
final class Steps {
    private final PrintStream out;

    Steps(PrintStream out) {
        this.out = out;
    }

    <T> T run(String name, Callable<T> step) throws Exception {
        long begun = System.nanoTime();
        out.printf("  %-10s ", name);
        out.flush();
        try {
            T result = step.call();
            out.printf(Locale.ROOT, "%.1f s%n", Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
            return result;
        } catch (Exception e) {
            out.println("failed");
            throw e;
        }
    }
}
