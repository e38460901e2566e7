package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Imports in the database. */
public final class SqlImportBook implements ImportBook {
    private static final String BEGIN = """
            INSERT INTO imports (source, lender, kind, sha256, arrived_at, began_at)
            VALUES (:source, :lender, :kind, :sha256, :arrived, :at)""";
    private static final String PROGRESS = "UPDATE imports SET rows_read = :read, rows_bad = :bad WHERE id = :id";
    private static final String END = """
            UPDATE imports SET state = :state, ended_at = :at, dialable_at = :dialable, rows_read = :read,
                rows_bad = :bad, good = :good, bad = :bad, added = :added, withdrawn = :withdrawn, missing = :missing,
                problem = :problem, problem_zh = :problemZh
            WHERE id = :id""";
    private static final String CONFIRM = """
            UPDATE imports SET state = 'done', withdrawn = withdrawn + :withdrawn, missing = 0, problem = NULL, problem_zh = NULL,
                confirmed_by = :by
            WHERE id = :id AND state = 'held'""";
    private static final String COLUMNS = """
            SELECT id, source, lender, kind, state, sha256, COALESCE(arrived_at, began_at) AS arrived_at, began_at,
                ended_at, dialable_at, rows_read, rows_bad, added, withdrawn, missing, problem, problem_zh
            FROM imports
            """;
    private static final String TAKEN = COLUMNS + """
            WHERE sha256 = :sha256 AND source = :source AND arrived_at = :arrived AND state IN ('done', 'held')
            ORDER BY id DESC LIMIT 1""";
    private static final String FAIL = """
            UPDATE imports SET state = 'failed', ended_at = :at, good = rows_read - rows_bad, bad = rows_bad,
                problem = :why, problem_zh = :whyZh
            WHERE state = 'running'""";
    private static final String OF_A_DAY = COLUMNS + "WHERE arrived_at > :since AND state <> 'failed' ORDER BY id";
    private static final int LONGEST_SOURCE = 255;
    private static final Duration DAY = Duration.ofDays(1);

    private final Jdbi jdbi;

    public SqlImportBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public long begin(Arrival arrival, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(BEGIN)
                .bind("source", shortened(arrival.source()))
                .bind("lender", arrival.lender())
                .bind("kind", Rows.code(arrival.kind()))
                .bind("sha256", arrival.sha256())
                .bind("arrived", arrival.arrivedAt())
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    static String shortened(String source) {
        return Fitting.into(LONGEST_SOURCE, source);
    }

    @Override
    public void progress(long importId, long read, long bad) {
        jdbi.useHandle(handle -> handle.createUpdate(PROGRESS)
                .bind("id", importId)
                .bind("read", read)
                .bind("bad", bad)
                .execute());
    }

    @Override
    public void end(long importId, Ending ending) {
        jdbi.useHandle(handle -> handle.createUpdate(END)
                .bind("id", importId)
                .bind("state", Rows.code(ending.state()))
                .bind("at", ending.at())
                .bind("dialable", ending.dialableAt())
                .bind("read", ending.read())
                .bind("bad", ending.bad())
                .bind("good", ending.added() + ending.updated())
                .bind("added", ending.added())
                .bind("withdrawn", ending.withdrawn())
                .bind("missing", ending.missing())
                .bind("problem", WordColumns.en(ending.problem()))
                .bind("problemZh", WordColumns.zh(ending.problem()))
                .execute());
    }

    @Override
    public void confirmed(long importId, long withdrawn, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(CONFIRM)
                .bind("id", importId)
                .bind("withdrawn", withdrawn)
                .bind("by", by)
                .execute());
    }

    @Override
    public Optional<ImportRecord> byId(long importId) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", importId)
                .map(SqlImportBook::read)
                .findOne());
    }

    @Override
    public List<ImportRecord> page(@Nullable Long before, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery(COLUMNS + "WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .bind("before", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                .bind("limit", limit)
                .map(SqlImportBook::read)
                .list());
    }

    @Override
    public Optional<ImportRecord> takenBefore(String source, String sha256, Instant arrivedAt) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKEN)
                .bind("sha256", sha256)
                .bind("source", shortened(source))
                .bind("arrived", arrivedAt)
                .map(SqlImportBook::read)
                .findOne());
    }

    @Override
    public int failUnfinished(Words why, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(FAIL)
                .bind("why", WordColumns.en(why))
                .bind("whyZh", WordColumns.zh(why))
                .bind("at", at)
                .execute());
    }

    @Override
    public List<ImportRecord> late(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_A_DAY)
                .bind("since", now.minus(DAY))
                .map(SqlImportBook::read)
                .filter(record -> record.late(now))
                .list());
    }

    private static ImportRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new ImportRecord(row.getLong("id"), row.getString("source"), row.getString("lender"),
                Rows.constant(DeliveryKind.class, row.getString("kind")),
                Rows.constant(State.class, row.getString("state")), row.getString("sha256"),
                Rows.instant(row, "arrived_at"), Rows.instant(row, "began_at"), Rows.instantOrNull(row, "ended_at"),
                Rows.instantOrNull(row, "dialable_at"), row.getLong("rows_read"), row.getLong("rows_bad"),
                row.getLong("added"), row.getLong("withdrawn"), row.getLong("missing"), WordColumns.of(row, "problem"));
    }
}
