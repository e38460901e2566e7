package com.callfloor.dialer.supervision;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;

/** An agent of the floor at one instant. */
public record AgentView(Agent agent, AgentState state, AgentLeg leg) {}
