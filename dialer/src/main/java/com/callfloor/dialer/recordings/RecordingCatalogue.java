package com.callfloor.dialer.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jspecify.annotations.Nullable;

/** Recordings as API, console and report ask for them. Blocks on the database. */
public interface RecordingCatalogue {
    Optional<RecordingView> byId(AttemptId id);

    /** What the right to hear this recording goes by. */
    Optional<Recorded> recorded(AttemptId id);

    /** Newest first, at most {@code limit}, older than {@code before}; only what is within {@code scope}. */
    List<RecordingView> page(Scope scope, @Nullable CaseId caseId, @Nullable AttemptId before, int limit);

    /** Which of these, a page of them at most, are within {@code scope}. */
    Set<AttemptId> within(Scope scope, Collection<AttemptId> ids);

    /** What was kept out of this recording, the first one first. */
    List<PauseView> pauses(AttemptId id);

    /** Counts over the attempts reserved at or after {@code since}. */
    Totals totals(Instant since);

    /**
     * A recording has its attempt's id. {@code state}: expected, stored, missing or deleted; {@code format}: opus, flac or wav once
     * it is stored.
     */
    record RecordingView(AttemptId id, CaseId caseId, String caseRef, @Nullable String agentName, Instant answeredAt,
            String state, @Nullable Duration length, @Nullable Long bytes, @Nullable String sha256,
            @Nullable String format, @Nullable String objectKey, List<String> flaws, @Nullable String outcome,
            @Nullable String disposition) {}

    /** {@code to} and {@code ended}: null as long as it lasts. */
    record PauseView(Instant from, @Nullable Instant to, String agentName, @Nullable String ended) {}

    /** {@code verified}: read back with the same hash, and as long as its call. */
    record Totals(long expected, long stored, long verified, long missing) {}
}
