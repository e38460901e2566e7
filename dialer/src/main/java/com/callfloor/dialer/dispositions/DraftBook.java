package com.callfloor.dialer.dispositions;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;

/** Half-finished wrap-ups, kept until their disposition is given. Every method blocks on the database. */
public interface DraftBook {
    /**
     * Keeps what the agent has so far, in place of what was kept before.
     *
     * @param json as the console wrote it
     * @return false if the call has its disposition already, or there is no such call
     */
    boolean save(AttemptId attempt, AgentId agent, String json, Instant at);

    Optional<Draft> of(AttemptId attempt, AgentId agent);

    record Draft(String json, Instant savedAt) {}
}
