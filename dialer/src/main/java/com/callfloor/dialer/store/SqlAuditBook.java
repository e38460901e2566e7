package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.audit.AuditEntry;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audit log in the database. */
public final class SqlAuditBook implements AuditBook {
    private static final int LONGEST_PATH = 300;
    private static final int LONGEST_ADDRESS = 45;
    private static final String WRITE = """
            INSERT INTO audit_log (at, user_id, operation, path, address, status)
            VALUES (:at, :user, :operation, :path, :address, :status)""";
    private static final String ENDED = "UPDATE audit_log SET status = :status WHERE id = :id AND status IS NULL";
    private static final String PAGE = """
            SELECT a.id, a.at, a.user_id, u.login, a.operation, a.path, a.address, a.status
            FROM audit_log a LEFT JOIN users u ON u.id = a.user_id
            WHERE (:before IS NULL OR a.id < :before) AND (:user IS NULL OR a.user_id = :user)
                AND (:operation IS NULL OR a.operation = :operation)
                AND (:from IS NULL OR a.at >= :from) AND (:until IS NULL OR a.at < :until)
            ORDER BY a.id DESC LIMIT :most""";

    private final Jdbi jdbi;

    public SqlAuditBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public long write(AuditEntry entry) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(WRITE)
                        .bind("at", entry.at())
                        .bind("user", entry.userId())
                        .bind("operation", entry.operation())
                        .bind("path", Fitting.into(LONGEST_PATH, entry.path()))
                        .bind("address", Fitting.into(LONGEST_ADDRESS, entry.address()))
                        .bind("status", entry.status())
                        .executeAndReturnGeneratedKeys()
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void ended(long id, int status) {
        jdbi.useHandle(handle -> handle.createUpdate(ENDED).bind("id", id).bind("status", status).execute());
    }

    @Override
    public List<Kept> page(Filter filter, @Nullable Long before, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(PAGE)
                        .bind("before", before)
                        .bind("user", filter.userId())
                        .bind("operation", filter.operation())
                        .bind("from", filter.from())
                        .bind("until", filter.until())
                        .bind("most", most)
                        .map((row, context) -> kept(row))
                        .list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getLong("id"),
                new AuditEntry(Rows.instant(row, "at"), row.getObject("user_id", Long.class),
                        row.getString("operation"), row.getString("path"), row.getString("address"),
                        row.getObject("status", Integer.class)),
                row.getString("login"));
    }
}
