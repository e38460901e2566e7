package com.callfloor.dialer.web.access;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.Requester;

/** Who sends a request, and what proved it; {@code readOnly}: with a token that changes nothing. */
public record Caller(User user, Credential credential, boolean readOnly) {
    /** The agent that the user is; only for users with the role agent. */
    public AgentId agent() {
        return new AgentId(user.id());
    }

    /** In whose name the floor is asked: agents act for themselves only. */
    public Requester requester() {
        return switch (user.role()) {
            case AGENT -> new Requester.OwnAgent(agent());
            case SUPERVISOR -> new Requester.Supervisor(user.id());
            default -> throw new IllegalStateException(user.role() + " asks nothing of the floor");
        };
    }
}
