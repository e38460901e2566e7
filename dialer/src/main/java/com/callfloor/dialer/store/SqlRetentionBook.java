package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.KeptRecording;
import com.callfloor.dialer.recordings.RetentionBook;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which recordings there are to delete, and their tombstones. */
public final class SqlRetentionBook implements RetentionBook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDINGS = """
            SELECT r.attempt_id, r.object_key, r.sha256, r.bytes, r.stored_at, c.lender, c.product, c.region, d.decision,
                   GREATEST(r.stored_at, r.expected_at, COALESCE(r.ended_at, r.expected_at)) AS call_ended,
                   (SELECT MAX(COALESCE(o.ended_at, o.reserved_at)) FROM attempts o WHERE o.case_id = a.case_id)
                       AS last_call,
                   (SELECT MAX(p.noted_at) FROM payments p WHERE p.case_id = a.case_id) AS last_payment,
                   (SELECT MAX(m.planned_at) FROM messages m WHERE m.case_id = a.case_id) AS last_message,
                   (SELECT MAX(t.at) FROM other_calls t WHERE t.case_id = a.case_id) AS last_other_call,
                   (SELECT MAX(f.noted_at) FROM facts f WHERE f.case_id = a.case_id) AS last_fact,
                   EXISTS (SELECT 1 FROM recording_holds h WHERE h.lifted_at IS NULL AND h.case_id = a.case_id)
                   OR EXISTS (SELECT 1 FROM recording_holds h WHERE h.lifted_at IS NULL
                              AND h.attempt_id = r.attempt_id) AS held
            FROM recordings r
            JOIN attempts a ON a.id = r.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN decisions d ON d.attempt_id = r.attempt_id
            """;
    private static final String AFTER = """
            AND r.stored_at >= :at AND (r.stored_at > :at OR r.attempt_id > :attempt)
            ORDER BY r.stored_at, r.attempt_id LIMIT :most""";
    private static final String STORED = RECORDINGS + "WHERE r.state = 'stored' " + AFTER;
    private static final String UNFINISHED = RECORDINGS + "WHERE r.state = 'deleted' AND r.object_gone = FALSE "
            + AFTER;
    private static final String CHAINED = """
            SELECT COUNT(*) FROM recording_chain WHERE attempt_id = :attempt AND kind = 'stored'""";
    private static final String LOCK_CASE = """
            SELECT id FROM cases WHERE id = (SELECT case_id FROM attempts WHERE id = :attempt) FOR UPDATE""";
    private static final String LOCK = """
            SELECT object_key, format, sha256, pcm_sha256, bytes, frames FROM recordings
            WHERE attempt_id = :attempt AND state = 'stored' FOR UPDATE""";
    private static final String HELD = """
            SELECT COUNT(*) FROM recording_holds
            WHERE lifted_at IS NULL AND (attempt_id = :attempt OR case_id = :case) FOR UPDATE""";
    private static final String HOLDINGS = """
            SELECT c.lender, c.product, c.region, COUNT(*) AS recordings
            FROM recordings r JOIN attempts a ON a.id = r.attempt_id JOIN cases c ON c.id = a.case_id
            WHERE r.state = 'stored' GROUP BY c.lender, c.product, c.region ORDER BY recordings DESC""";
    private static final List<String> ACTIVITIES = List.of("last_call", "last_payment", "last_message",
            "last_other_call", "last_fact");
    private static final Instant BEFORE_ALL = Instant.parse("1970-01-01T00:00:00Z");

    private final Jdbi jdbi;
    private final RecordingChain chain;

    public SqlRetentionBook(Database database, RecordingChain chain) {
        this.jdbi = database.jdbi();
        this.chain = chain;
    }

    @Override
    public List<KeptRecording> stored(@Nullable KeptRecording after, int most) {
        return page(STORED, after, most);
    }

    private List<KeptRecording> page(String query, @Nullable KeptRecording after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("at", after == null ? BEFORE_ALL : after.storedAt())
                .bind("attempt", after == null ? "" : after.attempt().toString())
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public boolean bury(KeptRecording recording, Tombstone tombstone) {
        String attempt = recording.attempt().toString();
        Optional<RecordingChain.Appended> appended = GivingWay.inTransaction(jdbi, handle -> {
            // Cases before recordings, as holds do: whichever comes second sees what the first did.
            Optional<Long> ofCase = handle.createQuery(LOCK_CASE)
                    .bind("attempt", attempt)
                    .mapTo(Long.class)
                    .findOne();
            Optional<RecordingEntry> entry = entry(handle, attempt, tombstone);
            if (ofCase.isEmpty() || entry.isEmpty() || held(handle, attempt, ofCase.get())
                    || !chained(handle, attempt)) {
                return Optional.empty();
            }
            // What was said goes with the sound of it.
            SqlTranscriptBook.forget(handle, recording.attempt());
            SqlRecordingWaveforms.forget(handle, recording.attempt());
            handle.createUpdate("UPDATE recordings SET state = 'deleted', deleted_at = :at WHERE attempt_id = :attempt")
                    .bind("attempt", attempt)
                    .bind("at", tombstone.at())
                    .execute();
            return Optional.of(chain.append(handle, List.of(entry.get())));
        });
        appended.ifPresent(chain::committed);
        return appended.isPresent();
    }

    private static Optional<RecordingEntry> entry(Handle handle, String attempt, Tombstone tombstone) {
        return handle.createQuery(LOCK)
                .bind("attempt", attempt)
                .map((row, context) -> new RecordingEntry(RecordingEntry.Kind.DELETED, attempt,
                        RecordingEntry.Kept.of(row), tombstone.at(),
                        Fitting.into(500, tombstone.why()), Fitting.into(100, tombstone.rule()),
                        Fitting.into(100, tombstone.by())))
                .findOne();
    }

    /** An older one may not be chained yet, or somebody inserted its row: a tombstone would be the first word of it. */
    private static boolean chained(Handle handle, String attempt) {
        return handle.createQuery(CHAINED).bind("attempt", attempt).mapTo(Integer.class).one() > 0;
    }

    private static boolean held(Handle handle, String attempt, long caseId) {
        return handle.createQuery(HELD)
                .bind("attempt", attempt)
                .bind("case", caseId)
                .mapTo(Integer.class)
                .one() > 0;
    }

    @Override
    public List<KeptRecording> unfinished(@Nullable KeptRecording after, int most) {
        return page(UNFINISHED, after, most);
    }

    @Override
    public void gone(AttemptId attempt) {
        jdbi.useHandle(handle -> handle
                .createUpdate(
                        "UPDATE recordings SET object_gone = TRUE WHERE attempt_id = :attempt AND state = 'deleted'")
                .bind("attempt", attempt)
                .execute());
    }

    @Override
    public Optional<Instant> newestEntry() {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT at FROM recording_chain ORDER BY seq DESC LIMIT 1")
                .map((row, context) -> Rows.instant(row, "at"))
                .findOne());
    }

    @Override
    public List<Holding> holdings() {
        return jdbi.withHandle(handle -> handle.createQuery(HOLDINGS)
                .map((row, context) -> new Holding(row.getString("lender"), row.getString("product"),
                        row.getString("region"), row.getLong("recordings")))
                .list());
    }

    private static KeptRecording kept(ResultSet row) throws SQLException {
        Instant ended = Rows.instant(row, "call_ended");
        Instant last = ended;
        for (String column : ACTIVITIES) {
            Instant at = Rows.instantOrNull(row, column);
            last = at != null && at.isAfter(last) ? at : last;
        }
        return new KeptRecording(SqlTypes.attempt(row.getString("attempt_id")), row.getString("object_key"),
                row.getString("lender"), row.getString("product"), row.getString("region"),
                packs(row.getString("decision")), Rows.instant(row, "stored_at"), ended, last, row.getBoolean("held"));
    }

    /** The packs that the decision names; a call that was made under none has at least the facts' pack in it. */
    private static Optional<Set<String>> packs(@Nullable String decision) {
        if (decision == null) {
            return Optional.empty();
        }
        try {
            Set<String> packs = new HashSet<>();
            for (JsonNode rule : JSON.readTree(decision).path("rules")) {
                packs.add(rule.path("pack").asText());
            }
            return packs.isEmpty() ? Optional.empty() : Optional.of(packs);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
