package com.callfloor.dialer.store;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class ReservationRaceIT {
    private static final int CAP_OF_DEBTOR = 4;
    private static final int CAP_OF_NUMBER = 3;
    private static final int THREADS = 16;
    private static final int ROUNDS = 25;
    private static final int NEIGHBOURS = 60;
    private static final Duration LENGTH_OF_RACE = Duration.ofSeconds(12);
    /** Ends the attempt and makes its case due again at once, as a floor in a hurry would. */
    private static final String END_AND_RETRY = """
            UPDATE attempts a JOIN cases c ON c.id = a.case_id
            SET a.state = 'closed', a.outcome = 'no_answer', a.ended_at = a.reserved_at,
                c.next_call_at = a.reserved_at
            WHERE a.id = ?""";

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final TestSchemas schemas;

    ReservationRaceIT(TestSchemas schemas) {
        this.schemas = schemas;
    }

    @Test
    void twoNodesThatRaceForTheSameDebtorsAndSharedNumbersPassNoCapAndNeverDeadlock() throws Exception {
        // Given 8 debtors with 3 cases each, where neighbours share their numbers, listed in opposite orders.
        DatabaseSettings settings = schemas.empty();
        Database one = schemas.open(settings, clock);
        one.migrate();
        Database other = schemas.open(settings, clock);
        Books books = new Books(one);
        books.take(neighbours(8));
        warmUp();

        // When 16 threads on two nodes reserve, end and reserve again for as long as the rules let them.
        List<String> failures = race(List.of(node(one), node(other)));

        // Then nobody failed, as the loser of a deadlock would; no cap was passed, and nothing that they allow is left.
        assertThat(failures).isEmpty();
        assertThat(counts(one, "debtor_id").values()).isNotEmpty().allMatch(count -> count <= CAP_OF_DEBTOR);
        assertThat(counts(one, "number_id").values()).hasSize(8).allMatch(count -> count <= CAP_OF_NUMBER);
        int reserved = books.count("attempts");
        assertThat(node(one).call()).isEmpty();
        assertThat(books.count("attempts")).isEqualTo(reserved);
    }

    @Test
    void twoProcessesOf64ThreadsPassNoCapLoseNothingAndNeverDeadlock() throws Exception {
        DatabaseSettings settings = schemas.empty();
        Database watching = schemas.open(settings, Clock.systemUTC());
        watching.migrate();
        Books books = new Books(watching);
        books.take(neighbours(NEIGHBOURS));
        warmUp();

        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), RacingNode.class.getName(), settings.jdbcUrl(), settings.user(),
                settings.password(), LENGTH_OF_RACE.toString()).redirectErrorStream(true).start();
        BufferedReader heard = other.inputReader(StandardCharsets.UTF_8);
        String line = heard.readLine();
        while (line != null && !line.equals("READY")) {
            line = heard.readLine();
        }
        other.getOutputStream().write('\n');
        other.getOutputStream().flush();
        RacingNode.Result mine = RacingNode.race(settings, LENGTH_OF_RACE);
        List<String> said = heard.lines().toList();

        assertThat(other.waitFor()).as("%s", said).isZero();
        long theirs = said.stream()
                .filter(words -> words.startsWith("RESERVED "))
                .mapToLong(words -> Long.parseLong(words.substring("RESERVED ".length())))
                .sum();
        System.out.printf("MEASURED two processes reserved %d and %d%n", mine.reserved(), theirs);
        assertThat(mine.failures()).isEmpty();
        assertThat(said).noneMatch(words -> words.startsWith("FAILED "));
        assertThat(theirs).isPositive();
        assertThat((long) books.count("attempts")).isEqualTo(mine.reserved() + theirs);
        assertThat(books.count("decisions WHERE verdict = 'allow'")).isEqualTo(books.count("attempts"));
        assertThat(counts(watching, "debtor_id").values()).isNotEmpty().allMatch(count -> count <= CAP_OF_DEBTOR);
        assertThat(counts(watching, "number_id").values()).isNotEmpty().allMatch(count -> count <= CAP_OF_NUMBER);
    }

    /** The first reservation of a JVM loads half of it while it holds its locks: for seconds on a busy machine. */
    private void warmUp() throws Exception {
        Books others = new Books(schemas.migrated(clock));
        others.take(Books.row("C1", "D1", Books.mobile(1)));
        others.reserved();
    }

    private static CaseRow[] neighbours(int debtors) {
        List<CaseRow> rows = new ArrayList<>();
        for (int debtor = 0; debtor < debtors; debtor++) {
            PhoneNumber own = Books.mobile(debtor);
            PhoneNumber neighbours = Books.mobile((debtor + 1) % debtors);
            for (int nth = 0; nth < 3; nth++) {
                rows.add(debtor % 2 == 0
                        ? Books.row("C" + debtor + "-" + nth, "D" + debtor, own, neighbours)
                        : Books.row("C" + debtor + "-" + nth, "D" + debtor, neighbours, own));
            }
        }
        return rows.toArray(CaseRow[]::new);
    }

    static Decision capped(CallQuestion question) {
        var calls = Books.calls(question);
        long debtor = calls.stream().filter(past -> past.callee().person() == question.callee().person()).count();
        long number = calls.stream().filter(past -> past.callee().number() == question.callee().number()).count();
        return debtor < CAP_OF_DEBTOR && number < CAP_OF_NUMBER
                ? Books.allow(question)
                : Books.denial(question, new Decision.Verdict.NotBefore(question.at().plus(Duration.ofMillis(1))));
    }

    private static Callable<List<String>> node(Database database) {
        Books books = new Books(database);
        AttemptLedger ledger = books.ledger(ReservationRaceIT::capped);
        return () -> {
            List<String> failures = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    if (books.reserve(ledger) instanceof Reservation.Reserved reserved) {
                        GivingWay.inTransaction(database.jdbi(),
                                handle -> handle.execute(END_AND_RETRY, reserved.id().toString()));
                    }
                } catch (Exception e) {
                    RacingNode.failure(e).ifPresent(failures::add);
                }
            }
            return failures;
        };
    }

    /** The clock stands still, so a denied case comes back with the next round only when the test moves it. */
    private List<String> race(List<Callable<List<String>>> nodes) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<String> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Callable<List<String>> node = nodes.get(thread % nodes.size());
                all.add(threads.submit(() -> {
                    together.await();
                    List<String> failed = new ArrayList<>();
                    for (int lap = 0; lap < 3; lap++) {
                        failed.addAll(node.call());
                        clock.pass(Duration.ofHours(2));
                    }
                    return failed;
                }));
            }
            for (Future<List<String>> each : all) {
                failures.addAll(each.get());
            }
        }
        return failures;
    }

    private static Map<Long, Integer> counts(Database database, String column) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT " + column + ", COUNT(*) FROM attempts GROUP BY " + column)
                                .reduceRows(new HashMap<Long, Integer>(), (all, row) -> {
                                    all.put(row.getColumn(1, Long.class), row.getColumn(2, Integer.class));
                                    return all;
                                }));
    }

    @Test
    void aCaseThatOneNodeIsDecidingAboutDoesNotHoldUpAnother() throws Exception {
        Books books = new Books(schemas.migrated(clock));
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));
        List<String> reserved = new ArrayList<>();

        // While the rules ponder the first case, the second one is reserved by somebody else.
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Reservation slow = books.reserve(question -> {
                Future<Reservation.Reserved> meanwhile = other.submit(books::reserved);
                try {
                    reserved.add(meanwhile.get().card().caseRef());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return Books.allow(question);
            });
            reserved.add(((Reservation.Reserved) slow).card().caseRef());
        }

        assertThat(reserved).containsExactly("C2", "C1");
    }
}
