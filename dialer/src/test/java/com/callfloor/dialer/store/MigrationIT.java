package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A floor that ran on the first schema goes on with the newest: its attempts still count and nothing is lost. */
@ExtendWith(DatabaseExtension.class)
class MigrationIT {
    private static final List<String> TABLES = List.of("users", "sessions", "api_tokens", "campaigns", "imports",
            "debtors", "phone_numbers", "debtor_numbers", "cases", "attempts", "recordings", "agent_states");
    private static final Instant NOON = Books.MONDAY_NOON;
    private static final String BUSY = "0193588a-0000-7000-8000-000000000001";
    private static final String TALKED = "0193588a-0000-7000-8000-000000000002";
    private static final String ABANDONED = "0193588a-0000-7000-8000-000000000003";
    private static final String TALKING = "0193588a-0000-7000-8000-000000000004";
    private static final String RESERVED = "0193588a-0000-7000-8000-000000000005";

    private final MovableClock clock = new MovableClock(NOON);
    private final DatabaseSettings settings;
    private final Books books;

    MigrationIT(TestSchemas schemas) throws DatabaseProblem {
        this.settings = schemas.empty();
        this.books = new Books(schemas.open(settings, clock));
    }

    @BeforeEach
    void aFloorThatRanOnTheFirstSchema() {
        Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        books.database.jdbi().useHandle(MigrationIT::fill);
    }

    private static void fill(Handle handle) {
        handle.execute("INSERT INTO users (id, login, name, role, extension) VALUES (1, 'li', 'Li', 'agent', '1001')");
        handle.execute("INSERT INTO sessions VALUES (REPEAT('a', 64), 1, '2026-11-24')");
        handle.execute("INSERT INTO api_tokens VALUES ('demo', REPEAT('b', 64), 1, '2026-11-01')");
        handle.execute("INSERT INTO imports (id, source, began_at) VALUES (1, 'old.csv', '2026-11-01')");
        handle.execute("INSERT INTO debtors (id, ref, name) VALUES (1, 'D1', '张三'), (2, 'D2', '李四'), (3, 'D3', '王五')");
        handle.execute("""
                INSERT INTO phone_numbers (id, e164) VALUES (1, '+8613800000001'), (2, '+8613800000002'),
                    (3, '+8613800000003')""");
        handle.execute("""
                INSERT INTO debtor_numbers (debtor_id, number_id, role, position, valid)
                VALUES (1, 1, 'mobile', 1, TRUE), (2, 2, 'home', 1, TRUE), (3, 3, 'mobile', 1, TRUE)""");
        handle.execute("""
                INSERT INTO cases (id, ref, debtor_id, import_id, currency, amount_due_minor, due_date, region,
                    next_call_at)
                VALUES (1, 'C1', 1, 1, 'CNY', 100, '2026-09-01', 'CN-GD', '2026-11-23 03:59:00'),
                       (2, 'C2', 2, 1, 'CNY', 200, '2026-09-01', 'CN-GD', '2026-11-23 03:59:30'),
                       (3, 'C3', 3, 1, 'CNY', 300, '2026-09-01', 'CN-GD', NULL)""");
        attempt(handle, BUSY, 1, null, "'closed', NULL, NULL, '2026-11-23 02:01:00', 'busy', NULL, NULL");
        attempt(handle, TALKED, 1, 1, """
                'closed', '2026-11-23 02:00:20', '2026-11-23 02:00:21', '2026-11-23 02:05:00', 'connected', 'call_back',
                '2026-11-23 02:06:00'""");
        attempt(handle, ABANDONED, 2, null,
                "'closed', '2026-11-23 02:00:20', NULL, '2026-11-23 02:00:30', 'abandoned', NULL, NULL");
        attempt(handle, TALKING, 3, 1,
                "'connected', '2026-11-23 02:00:20', '2026-11-23 02:00:21', NULL, NULL, NULL, NULL");
        attempt(handle, RESERVED, 3, null, "'reserved', NULL, NULL, NULL, NULL, NULL, NULL");
        handle.execute(
                """
                        INSERT INTO recordings (attempt_id, state, expected_at, object_key, sha256, bytes, length_ms, stored_at)
                        VALUES (?, 'stored', '2026-11-23 02:00:20', '2026/a.wav', REPEAT('c', 64), 10, 20, '2026-11-23 02:06')""",
                TALKED);
        handle.execute("INSERT INTO recordings (attempt_id, expected_at) VALUES (?, '2026-11-23 02:00:20')", TALKING);
        handle.execute("""
                INSERT INTO agent_states (agent_id, state, since, attempt_id, journal_id, fact)
                VALUES (1, 'on_call', '2026-11-23 02:00:21', ?, ?, 1)""", TALKING, RESERVED);
    }

    /** {@code rest}: state, answered, connected, ended, outcome, disposition, disposed. */
    private static void attempt(Handle handle, String id, int debtor, @Nullable Integer agent, String rest) {
        handle.execute("""
                INSERT INTO attempts (id, case_id, debtor_id, number_id, agent_id, reserved_at, decision, state,
                    answered_at, connected_at, ended_at, outcome, disposition, disposed_at)
                VALUES (?, ?, ?, ?, ?, '2026-11-23 02:00:00.000001', ?,\s""" + rest + ")",
                id, debtor, debtor, debtor, agent, decision(id));
    }

    /** In the shape that the first version wrote. */
    private static String decision(String attempt) {
        return "{\"verdict\": \"allow\", \"rules\": [{\"id\": \"时间\", \"because\": \"" + attempt + "\"}]}";
    }

    @Test
    void nothingIsLostAndEachDecisionIsKeptAsItWasWritten() throws Exception {
        Map<String, List<Map<String, Object>>> before = contents();

        books.database.migrate();

        Map<String, List<Map<String, Object>>> after = contents();
        rows(after, "attempts").forEach(attempt -> assertThat(attempt).containsEntry("purpose", "collection")
                .containsEntry("agent_held", false)
                .containsEntry("campaign_id", 1L)
                .containsEntry("strategy", null));
        rows(after, "cases").forEach(
                each -> assertThat(each).containsEntry("paid_minor", 0L).containsEntry("rest_until", null));
        // What a later version knows of a row beyond that is its own tests' matter.
        before.forEach((table, earlier) -> {
            Set<String> columns = earlier.getFirst().keySet();
            rows(after, table).forEach(row -> row.keySet().retainAll(columns));
        });
        List<String> decisions = rows(before, "attempts")
                .stream()
                .map(attempt -> attempt.get("id") + " " + attempt.remove("decision"))
                .toList();
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(after).isEqualTo(before);
        List<String> kept = books.database.jdbi().withHandle(handle -> handle.createQuery("""
                SELECT CONCAT(d.attempt_id, ' ', d.decision) FROM decisions d
                JOIN attempts a ON a.id = d.attempt_id AND a.case_id = d.case_id AND a.number_id = d.number_id
                    AND a.reserved_at = d.at
                WHERE d.verdict = 'allow' AND d.not_before IS NULL ORDER BY d.id""").mapTo(String.class).list());
        assertThat(kept).hasSize(5).isEqualTo(decisions);
    }

    private static List<Map<String, Object>> rows(Map<String, List<Map<String, Object>>> tables, String table) {
        return tables.getOrDefault(table, List.of());
    }

    private Map<String, List<Map<String, Object>>> contents() {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        books.database.jdbi().useHandle(handle -> TABLES.forEach(table -> {
            List<Map<String, Object>> rows = handle.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2")
                    .mapToMap()
                    .list();
            tables.put(table, rows);
        }));
        return tables;
    }

    @Test
    void theLedgerReservesAndTheOldCallsCount() throws Exception {
        books.database.migrate();
        Function<CallQuestion, Decision> twoADay = new CallingRules(List.of(PackTerm.current(TestPacks.of("TWO-A-DAY",
                "counter: {scope: person, event: dispatched, limit: 2, period: calendar day}"))))::decide;
        List<CallQuestion> asked = new ArrayList<>();

        List<Reservation> answers = books.reserve(books.ledger(question -> {
            asked.add(question);
            return twoADay.apply(question);
        }), 3);

        assertThat(answers.get(0)).isInstanceOfSatisfying(Reservation.Denied.class,
                denied -> assertThat(denied.decision().deniedBy()).containsExactly("TWO-A-DAY"));
        assertThat(answers.get(1)).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> assertThat(reserved.card().caseRef()).isEqualTo("C2"));
        assertThat(answers.get(2)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(asked).extracting(question -> Books.calls(question).stream().map(PastCall::result).toList())
                .satisfiesExactly(
                        first -> assertThat(first).containsExactlyInAnyOrder(CallResult.BUSY, CallResult.CONVERSATION),
                        second -> assertThat(second).containsExactly(CallResult.ABANDONED));
    }

    @Test
    void openAttemptsAreFoundWithWhoTheyConnect() throws Exception {
        books.database.migrate();

        assertThat(books.ledger(Books::allow).openAttempts()).extracting(open -> open.id().toString(),
                OpenAttempt::purpose, open -> open.agent() == null)
                .containsExactly(tuple(TALKING, Purpose.COLLECTION, false),
                        tuple(RESERVED, Purpose.COLLECTION, true));
    }

    @Test
    void theOldDecisionsAreSealedWithTheNewAndShownWithTheirCalls() throws Exception {
        books.database.migrate();
        clock.pass(Duration.ofMinutes(1));
        books.reserved();

        assertThat(new DecisionSealer(books.database, Optional.empty()).seal()).isEqualTo(6);

        assertThat(new SqlDecisionLog(books.database, Optional.empty()).verify()).satisfies(check -> {
            assertThat(check.sealed()).isEqualTo(6);
            assertThat(check.flaws()).isEmpty();
        });
        assertThat(new SqlDecisionLog(books.database, Optional.empty()).of("C2", NOON.minusSeconds(1), 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.json()).isEqualTo(decision(ABANDONED)));
        assertThat(new SqlCallLog(books.database).byId(SqlTypes.attempt(TALKED)).orElseThrow()).satisfies(call -> {
            assertThat(call.decisionJson()).isEqualTo(decision(TALKED));
            assertThat(call.recording()).isEqualTo("stored");
        });
    }
}
