package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jspecify.annotations.Nullable;

/** What keeps recordings from being deleted, however old they are: a lawsuit, a regulator's question. Blocks. */
public interface RecordingHolds {
    /** All recordings of a case, those to come among them; empty if there is no such case. */
    Optional<Hold> place(CaseId caseId, String reason, String by, Instant at);

    /** One recording; empty if there is none of this attempt, or it is deleted. */
    Optional<Hold> place(AttemptId recording, String reason, String by, Instant at);

    /** Empty if it was lifted before. It stays in the book. */
    Optional<Hold> lift(long id, String why, String by, Instant at);

    Optional<Hold> byId(long id);

    /**
     * Newest first, older than {@code before}; only what is within {@code scope}. A case is within a lender's, and within a
     * team's if somebody of that team talked about it.
     */
    List<Hold> page(boolean onlyInForce, Scope scope, Optional<Long> before, int limit);

    /** One of the first two is null. The last three are null while it is in force. */
    record Hold(long id, @Nullable CaseId caseId, @Nullable AttemptId recording, String reason, Instant placedAt,
            String placedBy, @Nullable Instant liftedAt, @Nullable String liftedBy, @Nullable String liftedWhy) {}
}
