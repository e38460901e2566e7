package com.callfloor.dialer.config;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonCreator;

/** From one duration to another, both included; written {@code 1s..4s}. */
public record DurationRange(Duration from, Duration to) {
    /** Checks the order. */
    public DurationRange {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("the range begins at " + from + ", after its end " + to);
        }
    }

    /** Reads {@code 1s..4s}. */
    @JsonCreator
    public static DurationRange parse(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not a range of durations: write 1s..4s");
        }
        return new DurationRange(Durations.parse(ends[0]), Durations.parse(ends[1]));
    }
}
