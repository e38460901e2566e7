package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.StandingFact;

/**
 * May this number be called about this debt at this instant?
 *
 * @param at the instant of dialing
 * @param latestAnswer from then to the latest possible answer
 * @param zones every zone that the debtor may be in; empty means unknown, and that no call is allowed
 * @param history everything up to {@code at} that may count for any scope of the callee
 * @param facts those that may bear on the callee, known by {@code at} and not withdrawn
 * @param agentHeld whether an agent is kept free for this very call
 */
public record CallQuestion(Instant at, Duration latestAnswer, Callee callee, Set<ZoneId> zones, CallHistory history,
        List<StandingFact> facts, boolean agentHeld) {
    public CallQuestion {
        if (latestAnswer.isNegative()) {
            throw new IllegalArgumentException("an answer cannot come before the call");
        }
        zones = Set.copyOf(zones);
        facts = List.copyOf(facts);
    }
}
