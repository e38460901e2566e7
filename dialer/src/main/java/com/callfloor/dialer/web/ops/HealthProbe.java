package com.callfloor.dialer.web.ops;

import java.util.Map;
import java.util.concurrent.Callable;

/**
 * One part of the floor, with figures for those who run it. None of them names a debtor.
 *
 * @param name such as {@code webhooks}; the console has words for each
 * @param ask may block for seconds; what it throws means that the part is down
 */
public record HealthProbe(String name, Callable<Reading> ask) {
    /** How a part is. */
    public enum State {
        WELL,
        /** The floor works; somebody should look. */
        WARNING,
        /** Something does not work. */
        DOWN
    }

    /** {@code figures}: numbers and short texts by their names. */
    public record Reading(State state, Map<String, Object> figures) {
        public Reading {
            figures = Map.copyOf(figures);
        }

        /** Well below {@code warning}, down from {@code down} on. */
        public static State of(long value, long warning, long down) {
            return value >= down ? State.DOWN : value >= warning ? State.WARNING : State.WELL;
        }
    }
}
