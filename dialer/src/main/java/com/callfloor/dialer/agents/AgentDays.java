package com.callfloor.dialer.agents;

import java.time.Instant;

/** What the books say of an agent's day. Blocks. */
public interface AgentDays {
    /**
     * Counts the day anew at each call.
     *
     * @param from the beginning of the day, included
     * @param end of the day, excluded
     * @param now nothing later counts
     */
    AgentDay of(AgentId agent, Instant from, Instant end, Instant now);
}
