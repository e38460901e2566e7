package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.supervision.live.Change;
import com.callfloor.dialer.supervision.live.ChangeBook;
import com.callfloor.dialer.supervision.live.Setting;
import com.callfloor.dialer.supervision.live.SettingKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Live changes in the database. */
public final class SqlChangeBook implements ChangeBook {
    private static final int LONGEST_WHY = 500;
    private static final String ADD = """
            INSERT INTO live_changes (at, user_id, setting, subject, from_value, to_value, as_in_files, why, undoes)
            VALUES (:at, :user, :setting, :subject, :from, :to, :asInFiles, :why, :undoes)""";
    private static final String CHANGES = """
            SELECT c.id, c.at, c.user_id, p.login, c.setting, c.subject, c.from_value, c.to_value, c.as_in_files, c.why,
                c.undoes, u.id AS undone_by
            FROM live_changes c JOIN users p ON p.id = c.user_id LEFT JOIN live_changes u ON u.undoes = c.id\s""";
    private static final String LATEST = CHANGES + """
            JOIN (SELECT MAX(id) AS id FROM live_changes GROUP BY setting, subject) last ON last.id = c.id""";
    private static final String BEFORE = CHANGES + """
            WHERE c.setting = :setting AND c.subject = :subject AND c.id < :id ORDER BY c.id DESC LIMIT 1""";

    private final Jdbi jdbi;

    public SqlChangeBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Change add(NewChange change) {
        return jdbi.inTransaction(handle -> {
            long id = handle.createUpdate(ADD)
                    .bind("at", change.at())
                    .bind("user", change.by().userId())
                    .bind("setting", change.key().setting().code())
                    .bind("subject", change.key().subject())
                    .bind("from", change.from())
                    .bind("to", change.to())
                    .bind("asInFiles", change.asInFiles())
                    .bind("why", change.why() == null ? null : Fitting.into(LONGEST_WHY, change.why()))
                    .bind("undoes", change.undoes())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return byId(handle, id).orElseThrow();
        });
    }

    @Override
    public List<Change> latestOfEach() {
        return jdbi.withHandle(handle -> handle.createQuery(LATEST).map(SqlChangeBook::change).list());
    }

    @Override
    public Optional<Change> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    @Override
    public Optional<Change> before(Change change) {
        return jdbi.withHandle(handle -> handle.createQuery(BEFORE)
                .bind("setting", change.key().setting().code())
                .bind("subject", change.key().subject())
                .bind("id", change.id())
                .map(SqlChangeBook::change)
                .findOne());
    }

    @Override
    public List<Change> page(Optional<String> subject, Optional<Long> before, int limit) {
        String which = subject.isPresent() ? "AND c.subject = :subject " : "";
        return jdbi.withHandle(handle -> {
            var query = handle
                    .createQuery(CHANGES + "WHERE c.id < :before " + which + "ORDER BY c.id DESC LIMIT :limit")
                    .bind("before", before.orElse(Long.MAX_VALUE))
                    .bind("limit", limit);
            subject.ifPresent(name -> query.bind("subject", name));
            return query.map(SqlChangeBook::change).list();
        });
    }

    private static Optional<Change> byId(Handle handle, long id) {
        return handle.createQuery(CHANGES + "WHERE c.id = :id").bind("id", id).map(SqlChangeBook::change).findOne();
    }

    private static Change change(ResultSet row, StatementContext context) throws SQLException {
        return new Change(row.getLong("id"), Rows.instant(row, "at"),
                new Change.Author(row.getLong("user_id"), row.getString("login")),
                new SettingKey(Rows.constant(Setting.class, row.getString("setting")), row.getString("subject")),
                row.getString("from_value"), row.getString("to_value"), row.getBoolean("as_in_files"),
                row.getString("why"), row.getObject("undoes", Long.class), row.getObject("undone_by", Long.class));
    }
}
