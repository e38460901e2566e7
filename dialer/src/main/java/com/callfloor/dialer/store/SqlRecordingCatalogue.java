package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.recorder.audio.PcmFormat;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Recordings as API, console and report ask for them, from the database. */
public final class SqlRecordingCatalogue implements RecordingCatalogue {
    private static final String RECORDINGS = """
            SELECT r.attempt_id, a.case_id, c.ref AS case_ref, u.name AS agent_name, r.expected_at, r.state,
                   r.frames, r.bytes, r.sha256, r.format, r.object_key, r.flaws, a.outcome, a.disposition
            FROM recordings r
            JOIN attempts a ON a.id = r.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN users u ON u.id = a.agent_id
            """;
    private static final String TOTALS = """
            SELECT COUNT(*) AS expected, COUNT(r.stored_at) AS kept,
                   COUNT(CASE WHEN r.verified THEN 1 END) AS verified,
                   COUNT(CASE WHEN r.state = 'missing' THEN 1 END) AS missing
            FROM recordings r JOIN attempts a ON a.id = r.attempt_id WHERE a.reserved_at >= :since""";

    private final Jdbi jdbi;

    public SqlRecordingCatalogue(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<RecordingView> byId(AttemptId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(RECORDINGS + "WHERE r.attempt_id = :id")
                        .bind("id", id)
                        .map(SqlRecordingCatalogue::view)
                        .findOne());
    }

    @Override
    public List<RecordingView> page(@Nullable CaseId caseId, @Nullable AttemptId before, int limit) {
        // Greater than every id: a UUID is written in hexadecimal digits.
        String end = before == null ? "g" : before.toString();
        String which = caseId == null
                ? "WHERE r.attempt_id < :end ORDER BY r.attempt_id DESC LIMIT :limit"
                : "WHERE a.case_id = :case AND a.id < :end ORDER BY a.id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(RECORDINGS + which).bind("end", end).bind("limit", limit);
            if (caseId != null) {
                query.bind("case", caseId.value());
            }
            return query.map(SqlRecordingCatalogue::view).list();
        });
    }

    private static RecordingView view(ResultSet row, StatementContext context) throws SQLException {
        Long frames = row.getObject("frames", Long.class);
        return new RecordingView(SqlTypes.attempt(row.getString("attempt_id")), new CaseId(row.getLong("case_id")),
                row.getString("case_ref"), row.getString("agent_name"), Rows.instant(row, "expected_at"),
                row.getString("state"), frames == null ? null : PcmFormat.duration(frames),
                row.getObject("bytes", Long.class), row.getString("sha256"), row.getString("format"),
                row.getString("object_key"),
                RecordingJson.flawNames(row.getString("flaws")), row.getString("outcome"),
                row.getString("disposition"));
    }

    /** {@inheritDoc} Every answered attempt counts as expected, stored or not. */
    @Override
    public Totals totals(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TOTALS)
                        .bind("since", since)
                        .map((row, context) -> new Totals(row.getLong("expected"), row.getLong("kept"),
                                row.getLong("verified"), row.getLong("missing")))
                        .one());
    }
}
