package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.AccessBook;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The log of who heard what, in the database: rows are added and never changed. */
public final class SqlAccessBook implements AccessBook {
    private static final String NOTE = """
            INSERT INTO recording_accesses (attempt_id, at, user_id, login, role, kind, reason, address, export_id,
                   from_byte, to_byte, refused)
            VALUES (:attempt, :at, :user, :login, :role, :kind, :reason, :address, :export, :from, :to, :refused)""";
    private static final String PROGRESS = """
            INSERT INTO recording_progress (access_id, to_byte, at) VALUES (:id, :to, :at)
            ON DUPLICATE KEY UPDATE at = CASE WHEN VALUES(to_byte) > recording_progress.to_byte
                    THEN VALUES(at) ELSE recording_progress.at END,
                to_byte = GREATEST(recording_progress.to_byte, VALUES(to_byte))""";
    private static final String OF = """
            SELECT a.id, a.at, a.login, a.role, a.kind, a.reason, a.address, a.export_id, a.from_byte,
                   COALESCE(p.to_byte, a.to_byte) AS to_byte, a.refused
            FROM recording_accesses a LEFT JOIN recording_progress p ON p.access_id = a.id
            WHERE a.attempt_id = :attempt AND a.id < :before ORDER BY a.id DESC LIMIT :limit""";

    private final Jdbi jdbi;

    public SqlAccessBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public long note(Access access) {
        return jdbi.inTransaction(handle -> note(handle, access, null));
    }

    /** {@code exportId}: of the export that is written in the same transaction. */
    static long note(Handle handle, Access access, @Nullable String exportId) {
        return handle.createUpdate(NOTE)
                .bind("attempt", access.recording())
                .bind("at", access.at())
                .bind("user", access.user().id())
                .bind("login", access.user().login())
                .bind("role", access.user().role().code())
                .bind("kind", access.kind().code())
                .bind("reason", access.reason())
                .bind("address", Fitting.into(100, access.address()))
                .bind("export", exportId)
                .bind("from", access.fromByte())
                .bind("to", access.toByte())
                .bind("refused", access.refused())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void progress(long accessId, long toByte, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(PROGRESS)
                .bind("id", accessId)
                .bind("to", toByte)
                .bind("at", at)
                .execute());
    }

    @Override
    public List<Noted> of(AttemptId recording, @Nullable Long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(OF)
                .bind("attempt", recording)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map((row, context) -> new Noted(row.getLong("id"), Rows.instant(row, "at"), row.getString("login"),
                        row.getString("role"), row.getString("kind"), row.getString("reason"),
                        row.getString("address"), row.getString("export_id"),
                        row.getObject("from_byte", Long.class), row.getObject("to_byte", Long.class),
                        row.getString("refused")))
                .list());
    }
}
