package com.callfloor.dialer.strategy;

import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;

/** Whole numbers from {@code from} to {@code to}, both included. */
public record Range(long from, long to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it would hold nothing
     */
    public Range {
        if (from > to) {
            throw new Objection(new Words("a range goes from the smaller end to the larger one", "范围须从小到大"));
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
