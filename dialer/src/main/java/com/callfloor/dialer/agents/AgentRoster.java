package com.callfloor.dialer.agents;

import java.util.List;
import java.util.Map;

/** The agents that staff records know, and the state each was last in. Blocks on the database. */
public interface AgentRoster {
    List<Agent> agents();

    /** The last written state of each agent that ever had one; what a restarted dialer goes on from. */
    Map<AgentId, AgentState> lastStates();
}
