package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingHolds;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Holds on recordings. Placing one waits for a deletion that is under way, and the other way round. */
public final class SqlRecordingHolds implements RecordingHolds {
    private static final String HOLDS = """
            SELECT id, case_id, attempt_id, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_why
            FROM recording_holds
            """;
    private static final String PLACE = """
            INSERT INTO recording_holds (case_id, attempt_id, reason, placed_at, placed_by)
            VALUES (:case, :attempt, :reason, :at, :by)""";
    private static final String WITHIN = """
            AND EXISTS (SELECT 1 FROM cases c LEFT JOIN attempts a ON a.case_id = c.id LEFT JOIN users u ON u.id = a.agent_id
                        WHERE c.id = COALESCE(recording_holds.case_id,
                                              (SELECT b.case_id FROM attempts b WHERE b.id = recording_holds.attempt_id))
                          AND a.id <=> COALESCE(recording_holds.attempt_id, a.id)""";
    private static final String LIFT = """
            UPDATE recording_holds SET lifted_at = :at, lifted_by = :by, lifted_why = :why
            WHERE id = :id AND lifted_at IS NULL""";
    private static final String CASE = "SELECT 1 FROM cases WHERE id = :id FOR UPDATE";
    private static final String RECORDING = """
            SELECT 1 FROM recordings WHERE attempt_id = :id AND state <> 'deleted' FOR UPDATE""";

    private final Jdbi jdbi;

    public SqlRecordingHolds(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Hold> place(CaseId caseId, String reason, String by, Instant at) {
        return place(CASE, caseId.value(), null, reason, by, at);
    }

    @Override
    public Optional<Hold> place(AttemptId recording, String reason, String by, Instant at) {
        return place(RECORDING, null, recording.toString(), reason, by, at);
    }

    private Optional<Hold> place(String lock, @Nullable Long caseId, @Nullable String attempt, String reason, String by,
            Instant at) {
        return jdbi.inTransaction(handle -> {
            boolean there = handle.createQuery(lock)
                    .bind("id", caseId == null ? attempt : caseId)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!there) {
                return Optional.empty();
            }
            long id = handle.createUpdate(PLACE)
                    .bind("case", caseId)
                    .bind("attempt", attempt)
                    .bind("reason", Fitting.into(500, reason))
                    .bind("at", at)
                    .bind("by", Fitting.into(100, by))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return byId(handle, id);
        });
    }

    @Override
    public Optional<Hold> lift(long id, String why, String by, Instant at) {
        return jdbi.inTransaction(handle -> {
            int lifted = handle.createUpdate(LIFT)
                    .bind("id", id)
                    .bind("at", at)
                    .bind("by", Fitting.into(100, by))
                    .bind("why", Fitting.into(500, why))
                    .execute();
            return lifted == 0 ? Optional.empty() : byId(handle, id);
        });
    }

    @Override
    public Optional<Hold> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    @Override
    public List<Hold> page(boolean onlyInForce, Scope scope, Optional<Long> before, int limit) {
        String sql = HOLDS + "WHERE id < :before " + (onlyInForce ? "AND lifted_at IS NULL " : "")
                + (scope.all() ? "" : WITHIN + SqlRecordingCatalogue.narrowed(scope) + ") ")
                + "ORDER BY id DESC LIMIT :limit";
        return jdbi.withHandle(
                handle -> SqlRecordingCatalogue.narrow(handle.createQuery(sql), scope)
                        .bind("before", before.orElse(Long.MAX_VALUE))
                        .bind("limit", limit)
                        .map(SqlRecordingHolds::hold)
                        .list());
    }

    private static Optional<Hold> byId(Handle handle, long id) {
        return handle.createQuery(HOLDS + "WHERE id = :id").bind("id", id).map(SqlRecordingHolds::hold).findOne();
    }

    private static Hold hold(ResultSet row, StatementContext context) throws SQLException {
        Long caseId = row.getObject("case_id", Long.class);
        String attempt = row.getString("attempt_id");
        return new Hold(row.getLong("id"), caseId == null ? null : new CaseId(caseId),
                attempt == null ? null : SqlTypes.attempt(attempt), row.getString("reason"),
                Rows.instant(row, "placed_at"), row.getString("placed_by"), Rows.instantOrNull(row, "lifted_at"),
                row.getString("lifted_by"), row.getString("lifted_why"));
    }
}
