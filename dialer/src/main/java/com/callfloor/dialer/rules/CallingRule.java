package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;

/** One rule of a pack. */
public sealed interface CallingRule {
    String id();

    /**
     * Calls are permitted from {@code from} (included) to {@code to} (excluded) on the wall clock of every zone that the
     * debtor may be in, and a call must not be answerable at or after {@code to}.
     */
    record PermittedHours(String id, LocalTime from, LocalTime to) implements CallingRule {
        public PermittedHours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("rule " + id + ": from " + from + " is not before to " + to);
            }
        }
    }

    /** At most {@code limit} attempts in one calendar day of any zone that the debtor may be in. */
    record DailyCap(String id, Scope scope, int limit) implements CallingRule {
        public DailyCap {
            if (limit < 1) {
                throw new IllegalArgumentException("rule " + id + ": limit must be 1 or more, not " + limit);
            }
        }
    }

    /** At least {@code gap} between two attempts. */
    record Spacing(String id, Scope scope, Duration gap) implements CallingRule {
        public Spacing {
            if (gap.isNegative() || gap.isZero()) {
                throw new IllegalArgumentException("rule " + id + ": gap must be longer than 0");
            }
        }
    }

    /** Whose attempts count. */
    enum Scope {
        DEBTOR, NUMBER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
