package com.callfloor.dialer.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;

/** Many calls for the optimizer to think of: a thousand copies of each, with other ids, most of one case and one agent. */
final class QualityCopies {
    private static final String TEN = IntStream.range(0, 10)
            .mapToObj(digit -> "SELECT " + digit + " AS d")
            .collect(Collectors.joining(" UNION ALL ", "(", ")"));

    private QualityCopies() {}

    static void many(Handle handle) {
        handle.execute("INSERT INTO attempts (id, case_id, debtor_id, number_id, campaign_id, agent_id, state,"
                + " reserved_at, answered_at, connected_at, ended_at, outcome, rang)"
                + " SELECT CONCAT(SUBSTRING(a.id, 1, 24), LPAD(i.d + 10 * j.d + 100 * k.d, 12, '0')), a.case_id,"
                + " a.debtor_id, a.number_id, a.campaign_id, a.agent_id, a.state, a.reserved_at, a.answered_at,"
                + " a.connected_at, a.ended_at, a.outcome, a.rang"
                + " FROM attempts a CROSS JOIN " + TEN + " i CROSS JOIN " + TEN + " j CROSS JOIN " + TEN + " k");
        handle.execute("INSERT INTO recordings (attempt_id, state, expected_at, ended_at, object_key, sha256, bytes,"
                + " length_ms, stored_at) SELECT a.id, 'stored', a.answered_at, a.ended_at, a.id, REPEAT('a', 64),"
                + " 1, 1000, a.ended_at FROM attempts a LEFT JOIN recordings r ON r.attempt_id = a.id"
                + " WHERE r.attempt_id IS NULL");
        handle.createQuery("ANALYZE TABLE attempts, recordings").mapToMap().list();
    }
}
