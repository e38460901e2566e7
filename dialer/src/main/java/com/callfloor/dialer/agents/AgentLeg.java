package com.callfloor.dialer.agents;

import java.time.Instant;

/** The agent's nailed-up leg. */
public sealed interface AgentLeg {
    record Down(Instant since) implements AgentLeg {}

    /** The headset was rung and has not answered yet. */
    record Ringing(LegId id, Instant since) implements AgentLeg {}

    record Up(LegId id, Instant since) implements AgentLeg {}
}
