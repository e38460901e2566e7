package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * May this number be called at this instant?
 *
 * @param at the instant of dialing
 * @param latestAnswer from dialing to the latest possible answer: set-up and longest ring
 * @param zones every zone that the debtor may be in; empty means unknown, and that no call is allowed
 * @param history everything that may count, in any order
 */
public record CallQuestion(Instant at, Duration latestAnswer, Set<ZoneId> zones, List<PastCall> history) {
    public CallQuestion {
        zones = Set.copyOf(zones);
        history = List.copyOf(history);
    }
}
