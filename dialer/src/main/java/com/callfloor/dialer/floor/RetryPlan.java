package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import com.callfloor.dialer.calls.Outcome;

/**
 * When a case is due again after an attempt, by outcome. Being due is not permission: the rules are asked again then.
 */
public record RetryPlan(Map<Outcome, Duration> after) {
    /** Checks that there is a plan for every outcome. */
    public RetryPlan {
        var complete = new EnumMap<Outcome, Duration>(after);
        for (Outcome outcome : Outcome.values()) {
            Duration wait = complete.get(outcome);
            if (wait == null || wait.isNegative()) {
                throw new IllegalArgumentException(
                        "the retry plan needs a time of 0 or more after '" + outcome.code() + "'");
            }
        }
        after = Map.copyOf(complete);
    }

    Duration after(Outcome outcome) {
        return after.getOrDefault(outcome, Duration.ofDays(1));
    }
}
