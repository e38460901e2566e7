package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.Decision;

/**
 * A floor in a hurry, as a process of its own: many threads reserve in batches, end each attempt at once and make its
 * case due again, until an instant. Prints how many attempts it was told it has, and what failed.
 */
final class RacingNode {
    static final int THREADS = 64;
    private static final int BATCH = 3;
    /** The product's own, so that 64 threads crowd at it and not at the server. */
    private static final int POOL = 12;
    /** Ends the attempt and makes its case due again at once. */
    private static final String END_AND_RETRY = """
            UPDATE attempts a JOIN cases c ON c.id = a.case_id
            SET a.state = 'closed', a.outcome = 'no_answer', a.ended_at = a.reserved_at,
                c.next_call_at = a.reserved_at
            WHERE a.id = ?""";

    private final Database database;
    private final Books books;
    private final AttemptLedger ledger;
    private final Instant end;

    private RacingNode(Database database, Instant end) {
        this.database = database;
        this.books = new Books(database);
        this.ledger = books.ledger(ReservationRaceIT::capped);
        this.end = end;
    }

    /** URL, user, password, and for how long, from the moment at which a line is read. Says READY before. */
    public static void main(String... words) throws Exception {
        var settings = new DatabaseSettings(words[0], words[1], words[2], POOL);
        try (Database database = Database.open(settings, Clock.systemUTC())) {
            warmUp(new Books(database));
        }
        System.out.println("READY");
        System.in.read();
        Result result = race(settings, Duration.parse(words[3]));
        System.out.println("RESERVED " + result.reserved());
        result.failures().forEach(failure -> System.out.println("FAILED " + failure.replace('\n', ' ')));
    }

    /** The first reservation of a JVM loads half of it, for longer than the race may take: here it reserves nothing yet. */
    private static void warmUp(Books books) throws LedgerUnavailable {
        AttemptLedger denying = books.ledger(question -> Books.denial(question,
                new Decision.Verdict.NotBefore(question.at().plus(Duration.ofMillis(1)))));
        var unused = denying.reserve("default", List.of(new Slot(books.newId(), false)), Duration.ofSeconds(50));
    }

    /** {@code reserved}: attempts that the ledger handed out. */
    record Result(long reserved, List<String> failures) {}

    static Result race(DatabaseSettings given, Duration length) throws Exception {
        var settings = new DatabaseSettings(given.jdbcUrl(), given.user(), given.password(), POOL);
        try (Database database = Database.open(settings, Clock.systemUTC());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            var node = new RacingNode(database, database.clock().instant().plus(length));
            List<Future<Result>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(node::hammer));
            }
            long reserved = 0;
            List<String> failures = new ArrayList<>();
            for (Future<Result> each : all) {
                reserved += each.get().reserved();
                failures.addAll(each.get().failures());
            }
            return new Result(reserved, failures);
        }
    }

    private Result hammer() {
        long reserved = 0;
        List<String> failures = new ArrayList<>();
        while (database.clock().instant().isBefore(end)) {
            try {
                List<Slot> slots = Stream.generate(() -> new Slot(books.newId(), false)).limit(BATCH).toList();
                for (Reservation answer : ledger.reserve("default", slots, Duration.ofSeconds(50))) {
                    if (answer instanceof Reservation.Reserved made) {
                        reserved++;
                        end(made);
                    }
                }
            } catch (LedgerUnavailable e) {
                failure(e).ifPresent(failures::add);
            }
        }
        return new Result(reserved, failures);
    }

    /** On a slow machine a thread may wait for a connection or a lock for longer than the floor likes: that is none. */
    static Optional<String> failure(Exception e) {
        String why = String.valueOf(e.getCause());
        return Optional.of(why)
                .filter(words -> !words.contains("Connection is not available"))
                .filter(words -> !words.contains("Lock wait timeout"));
    }

    /** Tried until it is done: on a slow machine a thread may wait for a connection for longer than the floor likes. */
    private void end(Reservation.Reserved made) {
        for (int tried = 1;; tried++) {
            try {
                GivingWay.inTransaction(database.jdbi(), handle -> handle.execute(END_AND_RETRY, made.id().toString()));
                return;
            } catch (RuntimeException e) {
                if (tried == 20) {
                    throw e;
                }
            }
        }
    }
}
