package com.callfloor.dialer.floor;

import java.time.Duration;

/**
 * How agents look at cases before they are called.
 *
 * @param time after this the call is placed by itself; 0: never
 * @param skippedDueAgainAfter when a case that an agent skipped is due again
 */
public record PreviewPlan(Duration time, Duration skippedDueAgainAfter) {
    /** However long an agent looks: another one gets the case after this. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** @throws IllegalArgumentException if a time is negative or longer than a case may be looked at */
    public PreviewPlan {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "preview_time must be 0s (never by itself) to " + LONGEST.toMinutes() + "m");
        }
        if (skippedDueAgainAfter.isNegative()) {
            throw new IllegalArgumentException("due_again_after.skipped must be 0s or more");
        }
    }

    boolean callsByItself() {
        return !time.isZero();
    }
}
