package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.DecisionLog;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The decisions in the database, which reservations write and {@link DecisionSealer} seals. */
public final class SqlDecisionLog implements DecisionLog {
    private static final String DECISIONS = """
            SELECT d.id, d.at, c.ref, d.attempt_id, n.e164, d.decision
            FROM decisions d
            JOIN cases c ON c.id = d.case_id
            LEFT JOIN phone_numbers n ON n.id = d.number_id
            """;

    private final Jdbi jdbi;
    private final Optional<ChainHead> anchor;

    /** {@code headFile}: the one that the sealer writes, if it writes one. */
    public SqlDecisionLog(Database database, Optional<Path> headFile) {
        this.jdbi = database.jdbi();
        this.anchor = headFile.map(ChainHead::new);
    }

    @Override
    public List<Kept> of(String caseRef, @Nullable Instant before, int limit) {
        String until = before == null ? "" : "AND d.at <= :before ";
        return jdbi.withHandle(handle -> {
            var query = handle
                    .createQuery(DECISIONS + "WHERE d.case_id = (SELECT id FROM cases WHERE ref = :ref) " + until
                            + "ORDER BY d.at DESC, d.id DESC LIMIT :limit")
                    .bind("ref", caseRef)
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return query.map(SqlDecisionLog::kept).list();
        });
    }

    @Override
    public Optional<Kept> byId(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(DECISIONS + "WHERE d.id = :id")
                .bind("id", id)
                .map(SqlDecisionLog::kept)
                .findOne());
    }

    @Override
    public Check verify() {
        // The anchor first: what is sealed while we walk lies behind it.
        Optional<ChainHead.Head> anchored = anchor.flatMap(ChainHead::read);
        return jdbi.withHandle(handle -> ChainWalk.walk(handle, anchored));
    }

    private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
        String e164 = row.getString("e164");
        return new Kept(row.getLong("id"), Rows.instant(row, "at"), row.getString("ref"), row.getString("attempt_id"),
                e164 == null ? null : new PhoneNumber(e164).masked(), row.getString("decision"));
    }
}
