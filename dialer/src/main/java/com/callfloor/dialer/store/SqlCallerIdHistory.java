package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.trunks.CallerIdHistory;
import org.jdbi.v3.core.Jdbi;

/** The caller ids of past attempts, from the database. */
public final class SqlCallerIdHistory implements CallerIdHistory {
    /** As many as a hundred numbers are judged by. */
    private static final int MOST = 20_000;
    private static final String CALLS = """
            SELECT a.ended_at, a.trunk, a.caller_id, a.answered_at IS NOT NULL AS answered FROM attempts a
            WHERE a.reserved_at >= :since AND a.ended_at IS NOT NULL AND a.caller_id IS NOT NULL AND a.trunk IS NOT NULL
              AND (a.rang_at IS NOT NULL OR a.answered_at IS NOT NULL OR a.outcome = 'rejected')
            ORDER BY a.reserved_at DESC LIMIT :most""";

    private final Jdbi jdbi;

    public SqlCallerIdHistory(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<ShownCall> callsSince(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CALLS)
                        .bind("since", since)
                        .bind("most", MOST)
                        .map((row, context) -> new ShownCall(Rows.instant(row, "ended_at"), row.getString("trunk"),
                                new PhoneNumber(row.getString("caller_id")), row.getBoolean("answered")))
                        .list())
                .reversed();
    }
}
