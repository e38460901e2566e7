package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.supervision.why.CaseTally;
import com.callfloor.dialer.supervision.why.CaseTally.Group;
import com.callfloor.dialer.supervision.why.CaseTally.Waits;
import com.callfloor.dialer.supervision.why.CaseTallyBook;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Open cases counted by what they wait for: one pass over one index, which holds all that is asked for. */
public final class SqlCaseTally implements CaseTallyBook {
    static final String COUNT = """
            SELECT CASE
                    WHEN next_call_at <= :now AND reserved_until > :now THEN 'kept'
                    WHEN next_call_at <= :now THEN 'due'
                    WHEN reserved_until > :now THEN 'call_back'
                    WHEN held_until > :now THEN 'agreed'
                    WHEN denied_by IS NOT NULL AND next_call_at <=> denied_until THEN 'rule'
                    WHEN rest_until > :now THEN 'rest'
                    WHEN next_call_at IS NULL THEN 'asleep'
                    ELSE 'later' END AS waits,
                CASE WHEN denied_by IS NOT NULL AND next_call_at <=> denied_until
                    AND COALESCE(next_call_at > :now, TRUE) AND COALESCE(reserved_until <= :now, TRUE)
                    AND COALESCE(held_until <= :now, TRUE) THEN denied_by END AS denied,
                COUNT(*) AS cases, MIN(next_call_at) AS earliest
            FROM cases FORCE INDEX (cases_due)
            WHERE campaign_id = :campaign AND state = 'open'
            GROUP BY waits, denied""";
    private static final String CAMPAIGN = "SELECT id FROM campaigns WHERE code = :code";

    private final Jdbi jdbi;

    public SqlCaseTally(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public CaseTally count(String campaign, Instant now) {
        return jdbi.withHandle(handle -> {
            Optional<Long> id = handle.createQuery(CAMPAIGN).bind("code", campaign).mapTo(Long.class).findOne();
            return new CaseTally(handle.createQuery(COUNT)
                    .bind("campaign", id.orElse(-1L))
                    .bind("now", now)
                    .map(SqlCaseTally::group)
                    .list());
        });
    }

    private static Group group(ResultSet row, StatementContext context) throws SQLException {
        Optional<DeniedBy> denied = Optional.ofNullable(row.getString("denied")).flatMap(DeniedBy::parse);
        return new Group(Rows.constant(Waits.class, row.getString("waits")), denied.map(DeniedBy::kind),
                denied.map(DeniedBy::rule), row.getLong("cases"),
                Optional.ofNullable(Rows.instantOrNull(row, "earliest")));
    }
}
