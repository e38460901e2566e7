package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.ExportBook;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What is handed out as evidence, in the database. */
public final class SqlExportBook implements ExportBook {
    private static final String ITEMS = """
            SELECT r.attempt_id, c.ref AS case_ref, c.lender, a.agent_id, u.team_id, u.name AS agent_name, r.expected_at,
                   r.ended_at, r.state, r.length_ms, r.bytes, r.sha256, r.flaws, k.seq,
                   k.hash
            FROM recordings r
            JOIN attempts a ON a.id = r.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN users u ON u.id = a.agent_id
            LEFT JOIN recording_chain k ON k.attempt_id = r.attempt_id AND k.kind = 'stored'
            """;
    private static final String NOTE = """
            INSERT INTO recording_exports (id, at, user_id, login, role, reason, recordings, manifest, manifest_sha256)
            VALUES (:id, :at, :user, :login, :role, :reason, :recordings, :manifest, :sha256)""";
    private static final String BY_ID = """
            SELECT id, at, login, role, reason, recordings, manifest, manifest_sha256 FROM recording_exports
            WHERE id = :id""";

    private final Jdbi jdbi;

    public SqlExportBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Item> chosen(Collection<AttemptId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery(ITEMS + "WHERE r.attempt_id IN (<ids>) ORDER BY r.attempt_id")
                        .bindList("ids", ids.stream().map(AttemptId::toString).toList())
                        .map(SqlExportBook::item)
                        .list());
    }

    @Override
    public List<Item> found(Scope scope, @Nullable CaseId caseId, @Nullable Instant from, @Nullable Instant to,
            int limit) {
        // Ids begin with the time of the reservation, and no phone rings for an hour before it is answered.
        String first = from == null ? null : SqlCallSearch.firstId(from.minus(Duration.ofHours(1)));
        String end = to == null ? null : SqlCallSearch.firstId(to.plus(Duration.ofMinutes(1)));
        String which = "WHERE TRUE" + (first == null ? "" : " AND r.attempt_id >= :first")
                + (end == null ? "" : " AND r.attempt_id < :end") + (caseId == null ? "" : " AND a.case_id = :case")
                + (from == null ? "" : " AND r.expected_at >= :from") + (to == null ? "" : " AND r.expected_at < :to")
                + SqlRecordingCatalogue.narrowed(scope) + " ORDER BY r.attempt_id LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = SqlRecordingCatalogue.narrow(handle.createQuery(ITEMS + which).bind("limit", limit), scope);
            if (caseId != null) {
                query.bind("case", caseId.value());
            }
            if (from != null) {
                query.bind("from", from).bind("first", first);
            }
            if (to != null) {
                query.bind("to", to).bind("end", end);
            }
            return query.map(SqlExportBook::item).list();
        });
    }

    private static Item item(ResultSet row, StatementContext context) throws SQLException {
        Long length = row.getObject("length_ms", Long.class);
        Long position = row.getObject("seq", Long.class);
        return new Item(SqlTypes.attempt(row.getString("attempt_id")), row.getString("case_ref"),
                new Recorded(row.getString("lender"), row.getObject("agent_id", Long.class),
                        row.getObject("team_id", Long.class)),
                row.getString("agent_name"), Rows.instant(row, "expected_at"), Rows.instantOrNull(row, "ended_at"),
                row.getString("state"), length == null ? null : Duration.ofMillis(length),
                row.getObject("bytes", Long.class), row.getString("sha256"),
                RecordingJson.flawNames(row.getString("flaws")),
                position == null ? null : new ChainEntry(position, row.getString("hash")));
    }

    @Override
    public void note(Export export, List<Access> accesses) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(NOTE)
                    .bind("id", export.id())
                    .bind("at", export.at())
                    .bind("user", export.by().id())
                    .bind("login", export.by().login())
                    .bind("role", export.by().role().code())
                    .bind("reason", export.reason())
                    .bind("recordings", export.recordings())
                    .bind("manifest", export.manifest())
                    .bind("sha256", export.manifestSha256())
                    .execute();
            accesses.forEach(access -> SqlAccessBook.note(handle, access, export.id()));
        });
    }

    @Override
    public Optional<Exported> byId(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_ID)
                .bind("id", id)
                .map((row, context) -> new Exported(row.getString("id"), Rows.instant(row, "at"),
                        row.getString("login"), row.getString("role"), row.getString("reason"),
                        row.getInt("recordings"), row.getString("manifest"), row.getString("manifest_sha256")))
                .findOne());
    }
}
