package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.AgentState;

/**
 * What agents spent their time on.
 *
 * @param busy on calls and in wrap-up
 * @param staffed all but breaks and signed out
 */
record AgentTime(Duration busy, Duration staffed) {
    static final AgentTime NONE = new AgentTime(Duration.ZERO, Duration.ZERO);

    /** @param from no time before it counts: a state may have begun long ago */
    AgentTime plus(AgentState state, Instant from, Instant until) {
        Duration spent = Duration.between(state.since().isBefore(from) ? from : state.since(), until);
        if (spent.isNegative()) {
            return this;
        }
        return switch (state) {
            case AgentState.OnCall onCall -> new AgentTime(busy.plus(spent), staffed.plus(spent));
            case AgentState.WrapUp wrapUp -> new AgentTime(busy.plus(spent), staffed.plus(spent));
            case AgentState.Ready ready -> new AgentTime(busy, staffed.plus(spent));
            case AgentState.OnBreak onBreak -> this;
            case AgentState.SignedOut signedOut -> this;
        };
    }

    /** 0 to 1. */
    double occupancy() {
        return staffed.isZero() ? 0 : (double) busy.toNanos() / staffed.toNanos();
    }
}
