package com.callfloor.recorder.service;

import java.time.Duration;

/**
 * How the recorder keeps at it.
 *
 * @param parallelism recordings taken in at once, 1 or more
 * @param reconcileEvery pause between two looks into the register and the spool
 * @param firstRetry pause before the second try of a recording; doubles with each further one
 * @param slowestRetry longest pause between two tries
 * @param closeWithin how long closing waits for recordings that are being taken in
 */
public record RecorderSettings(int parallelism, Duration reconcileEvery, Duration firstRetry, Duration slowestRetry,
        Duration closeWithin) {
    /** A raw file that is missing for this long after its call's end is given up, unless configured otherwise. */
    public static final Duration DEFAULT_MISSING_AFTER = Duration.ofMinutes(10);

    public RecorderSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("recorder parallelism is " + parallelism + "; it must be 1 or more");
        }
        requirePositive("reconcileEvery", reconcileEvery);
        requirePositive("firstRetry", firstRetry);
        requirePositive("slowestRetry", slowestRetry);
    }

    /** For a floor of up to some hundred agents on one machine. */
    public static RecorderSettings defaults() {
        return new RecorderSettings(2, Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(15),
                Duration.ofSeconds(10));
    }

    /** The pause after so many tries in vain, from 1. */
    Duration pauseAfter(int tries) {
        int doublings = Math.min(tries - 1, 20);
        Duration pause = firstRetry.multipliedBy(1L << doublings);
        return pause.compareTo(slowestRetry) < 0 ? pause : slowestRetry;
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("recorder " + name + " is " + value + "; it must be longer than zero");
        }
    }
}
