package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import com.callfloor.dialer.setup.LenderBook;
import org.jdbi.v3.core.Jdbi;

/**
 * Cases counted by lender: one pass over all of them, for people who look now and then. Whoever looks again within a minute is
 * told the same, and nobody counts beside another. Usable from any thread.
 */
public final class SqlLenderBook implements LenderBook {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String COUNT = """
            SELECT COALESCE(lender, '') AS lender, SUM(state = 'open') AS open_cases, SUM(state = 'withdrawn') AS withdrawn_cases
            FROM cases GROUP BY COALESCE(lender, '')""";

    private final Jdbi jdbi;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private Map<String, Cases> counted = Map.of();
    private Instant countAgainAt = Instant.MIN;

    public SqlLenderBook(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
    }

    @Override
    public Map<String, Cases> cases() {
        counting.lock();
        try {
            if (!clock.instant().isBefore(countAgainAt)) {
                counted = count();
                countAgainAt = clock.instant().plus(KEPT);
            }
            return counted;
        } finally {
            counting.unlock();
        }
    }

    private Map<String, Cases> count() {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .map((row, context) -> Map.entry(row.getString("lender"),
                        new Cases(row.getLong("open_cases"), row.getLong("withdrawn_cases"))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
