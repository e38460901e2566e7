package com.callfloor.dialer.supervision;

import com.callfloor.dialer.agents.AgentId;

/** On whose behalf something is asked of the floor; the role has been checked already. */
public sealed interface Requester {
    /** May act on the agent's own call only. */
    record OwnAgent(AgentId id) implements Requester {}

    /** May act on every call. */
    record Supervisor(long userId) implements Requester {}
}
