package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.WebhookEvent;
import com.callfloor.recorder.audio.Conversation;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Waveform;
import com.callfloor.recorder.audio.WaveformJson;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The recorder's books in the floor's database. */
public final class SqlRecordingRegister implements RecordingRegister {
    private static final String RECORDINGS = """
            SELECT r.attempt_id, a.case_id, r.state, r.expected_at, r.ended_at, a.connected_at, r.object_key, r.format,
                   r.sha256, r.pcm_sha256, r.bytes, r.frames, r.flaws, r.levels, r.stored_at
            FROM recordings r JOIN attempts a ON a.id = r.attempt_id
            """;
    private static final String AWAITING = RECORDINGS
            + "WHERE r.state = 'expected' AND r.ended_at IS NOT NULL ORDER BY r.ended_at, r.attempt_id LIMIT 1000";
    private static final String UNSEEN = """
            INSERT INTO recordings (attempt_id, expected_at, ended_at)
            SELECT a.id, COALESCE(a.dialed_at, a.reserved_at), a.ended_at FROM attempts a
            WHERE a.id = :attempt AND a.ended_at IS NOT NULL AND a.answered_at IS NULL AND a.outcome = 'unknown'
            ON DUPLICATE KEY UPDATE attempt_id = recordings.attempt_id""";
    // The first one kept counts: a repeat changes nothing, whatever it says.
    private static final String STORED = """
            UPDATE recordings SET state = 'stored', object_key = :key, format = :format, sha256 = :sha256,
                   pcm_sha256 = :pcm, bytes = :bytes, length_ms = :length, frames = :frames, flaws = :flaws, levels = :levels, verified = :verified, stored_at = :at,
                   debtor_talk_ms = :debtor_talk, agent_talk_ms = :agent_talk, overlap_ms = :overlap,
                   silence_ms = :silence, longest_silence_ms = :longest_silence, debtor_first_ms = :debtor_first,
                   agent_first_ms = :agent_first, why_missing = NULL
            WHERE attempt_id = :attempt AND state IN ('expected', 'missing')""";
    private static final String MISSING = """
            UPDATE recordings SET state = 'missing', why_missing = :why
            WHERE attempt_id = :attempt AND state = 'expected'""";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final RecordingChain chain;

    public SqlRecordingRegister(Database database, Outbox outbox, RecordingChain chain) {
        this.jdbi = database.jdbi();
        this.outbox = outbox;
        this.chain = chain;
    }

    /** {@inheritDoc} Oldest end first, at most 1,000: the rest is in the next answer. */
    @Override
    public List<ExpectedRecording> awaiting() {
        return asked(
                handle -> handle.createQuery(AWAITING).map((row, context) -> expected(row)).list());
    }

    /**
     * {@inheritDoc} A call that came and went while no dialer watched has no recording in the books. Its raw file says that it
     * was answered: from now on it is expected.
     */
    @Override
    public RecordingState stateOf(UUID attemptId) {
        return asked(handle -> known(handle, attemptId).or(() -> {
            handle.createUpdate(UNSEEN).bind("attempt", attemptId.toString()).execute();
            return known(handle, attemptId);
        }).orElseGet(RecordingState.Unknown::new));
    }

    private static Optional<RecordingState> known(Handle handle, UUID attemptId) {
        return handle.createQuery(RECORDINGS + "WHERE r.attempt_id = :attempt AND r.ended_at IS NOT NULL")
                .bind("attempt", attemptId.toString())
                .map((row, context) -> state(row))
                .findOne();
    }

    /**
     * {@inheritDoc} Throws while the answer of the attempt is not in the books: its raw recording must not be deleted
     * before somebody knows of the kept one. Throws, too, where the sound of another taking is kept.
     */
    @Override
    public void stored(StoredRecording recording, Waveform waveform) {
        Kept kept = asked(handle -> handle.inTransaction(inside -> keep(inside, recording, waveform)));
        if (kept.appended() != null) {
            chain.committed(kept.appended());
        }
        if (kept.problem() != null) {
            throw new RegisterUnavailableException("attempt " + recording.attemptId() + ": " + kept.problem(), null);
        }
    }

    /** {@code problem}: why it is not kept; {@code appended}: null where it was kept before. */
    private record Kept(@Nullable String problem, RecordingChain.@Nullable Appended appended) {}

    private Kept keep(Handle handle, StoredRecording recording, Waveform waveform) {
        if (store(handle, recording, waveform.conversation()) == 0) {
            return new Kept(problem(handle, recording), null);
        }
        SqlRecordingWaveforms.keep(handle, recording.attemptId(), WaveformJson.write(waveform, recording.duration()));
        var attempt = new AttemptId(recording.attemptId());
        outbox.aboutAttempt(handle, EventKind.RECORDING_READY, attempt,
                of -> new WebhookEvent.RecordingReady(recording.storedAt(), of, attempt, recording.duration(),
                        recording.sha256()));
        return new Kept(null, chain.append(handle, List.of(RecordingEntry.stored(attempt.toString(),
                new RecordingEntry.Kept(recording.key().value(), recording.format().code(), recording.sha256(),
                        recording.pcmSha256(), recording.bytes(), PcmFormat.frames(recording.duration())),
                recording.storedAt()))));
    }

    private static int store(Handle handle, StoredRecording recording, Conversation conversation) {
        return handle.createUpdate(STORED)
                .bind("attempt", recording.attemptId().toString())
                .bind("key", recording.key().value())
                .bind("format", recording.format().code())
                .bind("sha256", recording.sha256())
                .bind("pcm", recording.pcmSha256())
                .bind("bytes", recording.bytes())
                .bind("length", recording.duration().toMillis())
                .bind("frames", PcmFormat.frames(recording.duration()))
                .bind("flaws", RecordingJson.flaws(recording.flaws()))
                .bind("levels", RecordingJson.levels(recording.levels()))
                .bind("verified", recording.verified())
                .bind("at", recording.storedAt())
                .bind("debtor_talk", conversation.debtorTalk().toMillis())
                .bind("agent_talk", conversation.agentTalk().toMillis())
                .bind("overlap", conversation.overlap().toMillis())
                .bind("silence", conversation.silence().toMillis())
                .bind("longest_silence", conversation.longestSilence().toMillis())
                .bind("debtor_first", millis(conversation.debtorFirst()))
                .bind("agent_first", millis(conversation.agentFirst()))
                .execute();
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }

    /** Locks, so that it sees what another taking has just written. Null where the same sound is kept already. */
    private static @Nullable String problem(Handle handle, StoredRecording recording) {
        Optional<String> kept = handle.createQuery(
                "SELECT COALESCE(pcm_sha256, '') FROM recordings WHERE attempt_id = :attempt FOR UPDATE")
                .bind("attempt", recording.attemptId().toString())
                .mapTo(String.class)
                .findOne();
        if (kept.isEmpty()) {
            return "its answer is not in the books yet";
        }
        return kept.get().isEmpty() || kept.get().equals(recording.pcmSha256())
                ? null
                : "another recording of it is kept already";
    }

    @Override
    public void missing(UUID attemptId, String why) {
        asked(
                handle -> handle.createUpdate(MISSING)
                        .bind("attempt", attemptId.toString())
                        .bind("why", why)
                        .execute());
    }

    private <T> T asked(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (RuntimeException e) {
            throw new RegisterUnavailableException("the recordings' register does not answer", e);
        }
    }

    private static RecordingState state(ResultSet row) throws SQLException {
        ExpectedRecording expected = expected(row);
        String state = row.getString("state");
        // A deleted one was kept: it is not due again, and what the spool still has of it goes.
        if (!"stored".equals(state) && !"deleted".equals(state)) {
            return new RecordingState.Due(expected);
        }
        return new RecordingState.Kept(new StoredRecording(expected.attemptId(), expected.caseId(),
                new VaultKey(row.getString("object_key")),
                Rows.constant(RecordingFormat.class, row.getString("format")),
                row.getString("sha256"), row.getString("pcm_sha256"), row.getLong("bytes"),
                PcmFormat.duration(row.getLong("frames")), RecordingJson.levels(row.getString("levels")),
                RecordingJson.flawSet(row.getString("flaws")), Rows.instant(row, "stored_at")));
    }

    /** Brought into order where a clock was set back during the call: a recording must not be lost to that. */
    private static ExpectedRecording expected(ResultSet row) throws SQLException {
        Instant answered = Rows.instant(row, "expected_at");
        return new ExpectedRecording(UUID.fromString(row.getString("attempt_id")), row.getString("case_id"), answered,
                notBefore(answered, Rows.instant(row, "ended_at")), connected(row, answered));
    }

    private static @Nullable Instant connected(ResultSet row, Instant answered) throws SQLException {
        Instant connected = Rows.instantOrNull(row, "connected_at");
        return connected == null ? null : notBefore(answered, connected);
    }

    private static Instant notBefore(Instant earliest, Instant at) {
        return at.isBefore(earliest) ? earliest : at;
    }
}
