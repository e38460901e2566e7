package com.callfloor.dialer.strategy;

/** Whole numbers from {@code from} to {@code to}, both included. */
public record Range(long from, long to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it would hold nothing
     */
    public Range {
        if (from > to) {
            throw new IllegalArgumentException("a range goes from the smaller end to the larger one");
        }
    }

    boolean holds(long value) {
        return from <= value && value <= to;
    }

    boolean within(Range other) {
        return other.from <= from && to <= other.to;
    }

    boolean meets(Range other) {
        return from <= other.to && other.from <= to;
    }
}
