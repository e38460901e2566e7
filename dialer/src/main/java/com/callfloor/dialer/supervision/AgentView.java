package com.callfloor.dialer.supervision;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the floor at one instant.
 *
 * @param next what begins when the call at hand is wrapped up; null: the agent is ready then
 */
public record AgentView(Agent agent, AgentState state, AgentLeg leg, @Nullable AgentWish next) {}
