package com.callfloor.dialer.floor;

import java.util.HashMap;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.supervision.ScreenPop;

/** What each agent in a call or wrapping one up sees. Confined to the floor's thread. */
final class Pops {
    private final Map<AgentId, ScreenPop> byAgent = new HashMap<>();

    void show(AgentId agent, ScreenPop pop) {
        byAgent.put(agent, pop);
    }

    void drop(AgentId agent) {
        byAgent.remove(agent);
    }

    Map<AgentId, ScreenPop> all() {
        return Map.copyOf(byAgent);
    }
}
