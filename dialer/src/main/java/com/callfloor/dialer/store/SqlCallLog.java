package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Attempts as API, console and report ask for them, from the database. */
public final class SqlCallLog implements CallLog {
    private static final String CALLS = """
            SELECT a.id, a.case_id, c.ref AS case_ref, n.e164, a.state, a.outcome, a.cause, a.rang, a.early_media, a.trunk,
                   a.caller_id, a.agent_id,
                   u.name AS agent_name, a.reserved_at, a.dialed_at, a.rang_at, a.answered_at, a.connected_at,
                   a.talk_ended_at, a.ended_at, a.satisfaction, a.disposition, COALESCE(a.disposition_note, a.note) AS note,
                   CASE WHEN a.disposition_note IS NULL THEN a.note_zh END AS note_zh, COALESCE(d.decision, '{}') AS decision,
                   r.state AS recording,
                   (SELECT COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, h.held_at, h.ended_at)), 0) DIV 1000
                    FROM call_holds h WHERE h.attempt_id = a.id) AS held_ms,
                   o.at AS taken_over_at, s.name AS taken_over_by
            FROM attempts a
            JOIN cases c ON c.id = a.case_id
            JOIN phone_numbers n ON n.id = a.number_id
            LEFT JOIN users u ON u.id = a.agent_id
            LEFT JOIN recordings r ON r.attempt_id = a.id
            LEFT JOIN take_overs o ON o.attempt_id = a.id
            LEFT JOIN users s ON s.id = o.supervisor_id
            LEFT JOIN decisions d ON d.attempt_id = a.id
            """;
    private static final String TOTALS = """
            SELECT COUNT(*) AS attempts, COUNT(CASE WHEN NOT outcome <=> 'machine' THEN answered_at END) AS answered, COUNT(connected_at) AS connected,
                   COUNT(CASE WHEN outcome = 'abandoned' THEN 1 END) AS abandoned,
                   COUNT(CASE WHEN outcome IN ('failed', 'congestion', 'unknown') THEN 1 END) AS failed,
                   COUNT(CASE WHEN ended_at IS NULL THEN 1 END) AS still_open
            FROM attempts WHERE reserved_at >= :since""";

    private static final String ANSWERS = """
            SELECT TIMESTAMPDIFF(MINUTE, '1970-01-01', a.answered_at) AS minute, COUNT(*) AS answered,
                   COUNT(CASE WHEN a.outcome = 'abandoned' THEN 1 END) AS abandoned
            FROM attempts a JOIN campaigns k ON k.id = a.campaign_id
            WHERE k.code = :campaign AND a.reserved_at >= :since AND a.answered_at IS NOT NULL
            GROUP BY minute ORDER BY minute""";

    private final Jdbi jdbi;

    public SqlCallLog(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<CallView> byId(AttemptId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CALLS + "WHERE a.id = :id")
                        .bind("id", id)
                        .map(SqlCallLog::view)
                        .findOne());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if {@code state} is anything else
     */
    @Override
    public List<CallView> page(@Nullable CaseId caseId, @Nullable String state, @Nullable AttemptId before,
            int limit) {
        List<String> conditions = new ArrayList<>();
        if (caseId != null) {
            conditions.add("a.case_id = :case");
        }
        if (state != null) {
            conditions.add(switch (state) {
                case "open" -> "a.ended_at IS NULL";
                case "closed" -> "a.ended_at IS NOT NULL";
                default -> throw new IllegalArgumentException("calls are 'open' or 'closed', not '" + state + "'");
            });
        }
        if (before != null) {
            conditions.add("a.id < :before");
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(CALLS + where + " ORDER BY a.id DESC LIMIT :limit").bind("limit", limit);
            if (caseId != null) {
                query.bind("case", caseId.value());
            }
            if (before != null) {
                query.bind("before", before);
            }
            return query.map(SqlCallLog::view).list();
        });
    }

    @Override
    public List<AnsweredMinute> answersByMinute(String campaign, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(ANSWERS)
                .bind("campaign", campaign)
                .bind("since", since)
                .map((row, context) -> new AnsweredMinute(Instant.ofEpochSecond(60 * row.getLong("minute")),
                        row.getInt("answered"), row.getInt("abandoned")))
                .list());
    }

    private static CallView view(ResultSet row, StatementContext context) throws SQLException {
        return new CallView(SqlTypes.attempt(row.getString("id")), new CaseId(row.getLong("case_id")),
                row.getString("case_ref"), new PhoneNumber(row.getString("e164")).masked(), row.getString("state"),
                row.getString("outcome"), row.getObject("cause", Integer.class), row.getBoolean("rang"),
                row.getBoolean("early_media"), row.getString("trunk"), row.getString("caller_id"),
                row.getObject("agent_id", Long.class), row.getString("agent_name"), Rows.instant(row, "reserved_at"),
                Rows.instantOrNull(row, "dialed_at"), Rows.instantOrNull(row, "rang_at"),
                Rows.instantOrNull(row, "answered_at"), Rows.instantOrNull(row, "connected_at"),
                Rows.instantOrNull(row, "talk_ended_at"), Rows.instantOrNull(row, "ended_at"),
                row.getLong("held_ms"), row.getObject("satisfaction", Integer.class), row.getString("disposition"),
                WordColumns.of(row, "note"), row.getString("decision"), row.getString("recording"),
                Rows.instantOrNull(row, "taken_over_at"), row.getString("taken_over_by"));
    }

    @Override
    public Totals totals(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TOTALS)
                        .bind("since", since)
                        .map((row, context) -> new Totals(row.getLong("attempts"), row.getLong("answered"),
                                row.getLong("connected"), row.getLong("abandoned"), row.getLong("failed"),
                                row.getLong("still_open")))
                        .one());
    }
}
