package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.Arrays;

/** The latest {@value #KEPT} durations of one kind. Not thread-safe. */
public final class Latencies {
    private static final int KEPT = 100_000;

    private long[] micros = new long[64];
    private long seen;

    /** Counts one; a negative one, from a clock that was set back, counts as 0. */
    public void add(Duration duration) {
        int slot = (int) (seen % KEPT);
        if (slot == micros.length) {
            micros = Arrays.copyOf(micros, Math.min(KEPT, micros.length * 2));
        }
        micros[slot] = Math.max(0, duration.toNanos() / 1_000);
        seen++;
    }

    /** The figures so far; all 0 where nothing was counted. */
    public View view() {
        int size = (int) Math.min(seen, KEPT);
        if (size == 0) {
            return new View(0, 0, 0);
        }
        long[] sorted = Arrays.copyOf(micros, size);
        Arrays.sort(sorted);
        return new View(millis(sorted, 0.50), millis(sorted, 0.99), sorted[size - 1] / 1_000.0);
    }

    private static double millis(long[] sorted, double quantile) {
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1_000.0;
    }

    /** Milliseconds, by the nearest-rank method. */
    public record View(double p50, double p99, double max) {}
}
