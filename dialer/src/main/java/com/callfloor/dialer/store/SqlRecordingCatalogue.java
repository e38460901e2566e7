package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.recorder.audio.PcmFormat;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
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

    private static final String RECORDED = """
            SELECT c.lender, a.agent_id, u.team_id FROM recordings r
            JOIN attempts a ON a.id = r.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN users u ON u.id = a.agent_id
            WHERE r.attempt_id = :id""";
    private static final String WITHIN = """
            SELECT a.id FROM attempts a JOIN cases c ON c.id = a.case_id LEFT JOIN users u ON u.id = a.agent_id
            WHERE a.id IN (<ids>)""";
    private static final String PAUSES = """
            SELECT p.paused_at, p.resumed_at, u.name, p.ended_because FROM recording_pauses p
            JOIN users u ON u.id = p.agent_id WHERE p.attempt_id = :id ORDER BY p.paused_at""";

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
    public Optional<Recorded> recorded(AttemptId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(RECORDED)
                        .bind("id", id)
                        .map((row, context) -> new Recorded(row.getString("lender"),
                                row.getObject("agent_id", Long.class), row.getObject("team_id", Long.class)))
                        .findOne());
    }

    @Override
    public List<RecordingView> page(Scope scope, @Nullable CaseId caseId, @Nullable AttemptId before, int limit) {
        // Greater than every id: a UUID is written in hexadecimal digits.
        String end = before == null ? "g" : before.toString();
        String which = caseId == null
                ? "WHERE r.attempt_id < :end" + narrowed(scope) + " ORDER BY r.attempt_id DESC LIMIT :limit"
                : "WHERE a.case_id = :case AND a.id < :end" + narrowed(scope) + " ORDER BY a.id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = narrow(handle.createQuery(RECORDINGS + which).bind("end", end).bind("limit", limit), scope);
            if (caseId != null) {
                query.bind("case", caseId.value());
            }
            return query.map(SqlRecordingCatalogue::view).list();
        });
    }

    @Override
    public Set<AttemptId> within(Scope scope, Collection<AttemptId> ids) {
        if (ids.isEmpty() || scope.all()) {
            return Set.copyOf(ids);
        }
        return Set.copyOf(jdbi.withHandle(
                handle -> narrow(handle.createQuery(WITHIN + narrowed(scope)), scope)
                        .bindList("ids", ids.stream().map(AttemptId::toString).toList())
                        .map((row, context) -> SqlTypes.attempt(row.getString("id")))
                        .list()));
    }

    /** Says the same as {@code ListeningRights.on}. */
    static String narrowed(Scope scope) {
        return (scope.lenders().isEmpty() ? "" : " AND c.lender IN (<lenders>)")
                + (scope.teams().isEmpty() ? "" : " AND u.team_id IN (<teams>)")
                + (scope.agentId() == null ? "" : " AND a.agent_id = :agent");
    }

    static Query narrow(Query query, Scope scope) {
        if (!scope.lenders().isEmpty()) {
            query.bindList("lenders", List.copyOf(scope.lenders()));
        }
        if (!scope.teams().isEmpty()) {
            query.bindList("teams", List.copyOf(scope.teams()));
        }
        return scope.agentId() == null ? query : query.bind("agent", scope.agentId());
    }

    @Override
    public List<PauseView> pauses(AttemptId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(PAUSES)
                        .bind("id", id)
                        .map((row, context) -> new PauseView(Rows.instant(row, "paused_at"),
                                Rows.instantOrNull(row, "resumed_at"), row.getString("name"),
                                row.getString("ended_because")))
                        .list());
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
