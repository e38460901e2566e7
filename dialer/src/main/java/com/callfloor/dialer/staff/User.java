package com.callfloor.dialer.staff;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param extension the SIP phone of an agent, or the one a supervisor listens in on
 */
public record User(long id, String login, String name, Role role, @Nullable Extension extension) {
    /** As the floor knows people, with the phone that is rung for them. */
    public Agent on(Extension phone) {
        return new Agent(new AgentId(id), login, name, phone);
    }
}
