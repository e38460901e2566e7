package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.StandingFact;

/**
 * May this number be called, or a message be sent there, about this debt at this instant?
 *
 * @param at the instant of dialing
 * @param latestAnswer from then to the latest possible answer; for a message, to its latest possible arrival
 * @param zones every zone that the debtor may be in; empty means unknown, and that no call is allowed
 * @param history everything up to {@code at} that may count for any scope of the callee
 * @param facts those that may bear on the callee, known by {@code at} and not withdrawn
 * @param channel what is asked for; a message is asked about by the rules that speak of its channel
 * @param agentHeld whether an agent is kept free for this very call
 */
public record CallQuestion(Instant at, Duration latestAnswer, Callee callee, Set<ZoneId> zones, CallHistory history,
        List<StandingFact> facts, boolean agentHeld, Channel channel) {
    public CallQuestion {
        if (latestAnswer.isNegative()) {
            throw new IllegalArgumentException("an answer cannot come before the call");
        }
        zones = Set.copyOf(zones);
        facts = List.copyOf(facts);
        if (channel.isMessage() && agentHeld) {
            throw new IllegalArgumentException("no agent is held for a message");
        }
    }

    /** May the number be called? */
    public CallQuestion(Instant at, Duration latestAnswer, Callee callee, Set<ZoneId> zones, CallHistory history,
            List<StandingFact> facts, boolean agentHeld) {
        this(at, latestAnswer, callee, zones, history, facts, agentHeld, Channel.CALL);
    }
}
