package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that scans or sorts the cases would lock all of them, and nodes would wait for each other. */
@ExtendWith(DatabaseExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class QueryPlanIT {
    private static final int CASES = 2_000;
    private static final int ATTEMPTS = 100;

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;

    QueryPlanIT(TestSchemas schemas) throws LedgerUnavailable {
        this.books = new Books(schemas.migrated(clock));
        List<CaseRow> rows = new ArrayList<>();
        for (int nth = 0; nth < CASES; nth++) {
            rows.add(Books.row("C" + nth, "D" + nth, Books.mobile(nth)));
        }
        books.take(rows.toArray(CaseRow[]::new));
        for (int nth = 0; nth < ATTEMPTS; nth++) {
            books.reserved();
        }
        books.database.jdbi()
                .useHandle(
                        handle -> handle.createQuery("ANALYZE TABLE cases, attempts, phone_numbers, debtor_numbers")
                                .mapToMap()
                                .list());
    }

    @Test
    void theDueCaseIsFoundByItsIndexWithoutSorting() {
        var plan = explain(LedgerLocks.LOCK_DUE_CASES.replace("<agents>", "0"),
                Map.of("campaign", 1, "now", clock.instant(), "most", 20));

        assertThat(plan).extracting(step -> step.get("key")).containsExactly("cases_due");
        assertThat(plan).extracting(step -> String.valueOf(step.get("extra"))).noneMatch(QueryPlanIT::sorts);
    }

    @Test
    void casesAreCountedFromTheIndexAlone() {
        var plan = explain(SqlCaseTally.COUNT, Map.of("campaign", 1, "now", clock.instant()));

        assertThat(plan).extracting(step -> step.get("key")).containsExactly("cases_due");
        assertThat(plan).extracting(step -> String.valueOf(step.get("extra")))
                .allMatch(extra -> extra.contains("Using index"));
    }

    @Test
    void theHistoryIsFoundByDebtorAndByNumber() {
        var plan = explain(
                BooksReader.CALLS.replace("<recent>", "5")
                        .replace("<ever>", "-1")
                        .replace("<people>", "5")
                        .replace("<numbers>", "7, 8")
                        .replace("<cases>", "5"),
                Map.of("since", clock.instant().minus(Books.REACH)));

        assertThat(plan).extracting(step -> step.get("key")).contains("attempts_of_debtor", "attempts_to_number");
        assertThat(plan).filteredOn(step -> "c".equals(step.get("table")))
                .extracting(step -> step.get("type"))
                .doesNotContain("ALL", "index");
    }

    @Test
    void openAttemptsAreFoundWithoutReadingTheClosedOnes() {
        var plan = explain("SELECT id FROM attempts WHERE ended_at IS NULL", Map.of());

        assertThat(plan).extracting(step -> step.get("key")).containsExactly("attempts_ended");
    }

    private static boolean sorts(String extra) {
        return Stream.of("filesort", "temporary").anyMatch(extra::contains);
    }

    private List<Map<String, Object>> explain(String sql, Map<String, ?> arguments) {
        return books.database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("EXPLAIN FORMAT=TRADITIONAL " + sql)
                                .bindMap(arguments)
                                .mapToMap()
                                .list());
    }
}
