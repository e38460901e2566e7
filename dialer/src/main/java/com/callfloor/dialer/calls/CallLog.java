package com.callfloor.dialer.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import org.jspecify.annotations.Nullable;

/** Attempts as API, console and report ask for them. Blocks on the database. */
public interface CallLog {
    Optional<CallView> byId(AttemptId id);

    /** Newest first, at most {@code limit}, older than {@code before}. {@code state}: {@code open} or {@code closed}. */
    List<CallView> page(@Nullable CaseId caseId, @Nullable String state, @Nullable AttemptId before, int limit);

    /** Counts over the attempts reserved at or after {@code since}. */
    Totals totals(Instant since);

    record CallView(AttemptId id, CaseId caseId, String caseRef, String numberMasked, String state,
            @Nullable String outcome, @Nullable Integer cause, boolean rang, @Nullable Long agentId,
            @Nullable String agentName, Instant reservedAt, @Nullable Instant dialedAt, @Nullable Instant rangAt,
            @Nullable Instant answeredAt, @Nullable Instant connectedAt, @Nullable Instant endedAt,
            @Nullable String disposition, @Nullable String note, String decisionJson, @Nullable String recording) {}

    /** {@code failed}: ended as failed, congestion or unknown. {@code open}: not closed yet. */
    record Totals(long attempts, long answered, long connected, long abandoned, long failed, long open) {}
}
