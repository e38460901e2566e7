package com.callfloor.dialer.agents;

import java.time.Instant;

/** The leg to the agent's phone: nailed up, or there for a call only ({@link Headsets}). */
public sealed interface AgentLeg {
    /** It should be up and is not. */
    record Down(Instant since) implements AgentLeg {}

    /** The phone of an agent who is rung per call, and has none now. */
    record OnHook(Instant since) implements AgentLeg {}

    /** The headset was rung and has not answered yet. */
    record Ringing(LegId id, Instant since) implements AgentLeg {}

    record Up(LegId id, Instant since) implements AgentLeg {}
}
