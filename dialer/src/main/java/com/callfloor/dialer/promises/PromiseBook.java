package com.callfloor.dialer.promises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;

/** The promises that were made and how they stand. Every method blocks on the database; any node may call any of them. */
public interface PromiseBook {
    /**
     * Holds the case's promises against what was paid, and writes what changed with what follows from it: a promise that
     * failed makes its case due again. Doing it again changes nothing.
     *
     * @return the promises whose state changed
     */
    List<Change> reconsider(CaseId caseId, Instant now);

    /**
     * Does what time brings: reconsiders the cases with a promise whose day has passed, and makes those due whose reminder
     * is by call.
     *
     * @param most cases at once
     * @return how many cases were looked at; fewer than {@code most}: none is left for now
     */
    int checkDue(Instant now, int most);

    /** The case's promises, the newest first. */
    List<Kept> of(CaseId caseId);

    /** A promise as the book has it. */
    record Kept(long id, Promise promise, Optional<String> channel, PromiseState state, Instant madeAt, AgentId agent,
            AttemptId attempt) {}

    /** From one state to another. */
    record Change(long promise, CaseId caseId, PromiseState from, PromiseState to) {}
}
