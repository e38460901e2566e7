package com.callfloor.recorder.service;

import java.time.Duration;
import java.util.Arrays;

/** The latest durations, exactly, in bounded memory. Thread-safe. */
final class Latencies {
    private final long[] nanos;
    private long added;

    Latencies(int remembered) {
        this.nanos = new long[remembered];
    }

    synchronized void add(Duration latency) {
        nanos[(int) (added++ % nanos.length)] = latency.toNanos();
    }

    synchronized LatencySummary summary() {
        int count = (int) Math.min(added, nanos.length);
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new LatencySummary(count, rank(sorted, 0.50), rank(sorted, 0.99), rank(sorted, 1));
    }

    /** Nearest rank: the smallest value that so large a share of all values does not exceed. */
    private static Duration rank(long[] sorted, double share) {
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
