package com.callfloor.dialer.agents;

/** An agent's identity: the user's id in this floor's database. */
public record AgentId(long value) implements Comparable<AgentId> {
    @Override
    public int compareTo(AgentId other) {
        return Long.compare(value, other.value);
    }
}
