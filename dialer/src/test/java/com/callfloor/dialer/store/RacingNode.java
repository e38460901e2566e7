package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;

/**
 * A floor in a hurry, as a process of its own: many threads reserve in batches, end each attempt at once and make its
 * case due again, until an instant. Prints how many attempts it was told it has, and what failed.
 */
final class RacingNode {
    static final int THREADS = 64;
    private static final int BATCH = 3;
    private static final int POOL = 64;
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

    /** URL, user, password, and the instant at which to stop. */
    public static void main(String... words) throws Exception {
        Result result = race(new DatabaseSettings(words[0], words[1], words[2], POOL), Instant.parse(words[3]));
        System.out.println("RESERVED " + result.reserved());
        result.failures().forEach(failure -> System.out.println("FAILED " + failure.replace('\n', ' ')));
    }

    /** {@code reserved}: attempts that the ledger handed out. */
    record Result(long reserved, List<String> failures) {}

    static Result race(DatabaseSettings settings, Instant end) throws Exception {
        try (Database database = Database.open(settings, Clock.systemUTC());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            var node = new RacingNode(database, end);
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
                for (Reservation answer : ledger.reserve(slots, Duration.ofSeconds(50))) {
                    if (answer instanceof Reservation.Reserved made) {
                        reserved++;
                        end(made);
                    }
                }
            } catch (LedgerUnavailable | RuntimeException e) {
                failures.add(String.valueOf(e.getCause()));
            }
        }
        return new Result(reserved, failures);
    }

    private void end(Reservation.Reserved made) {
        GivingWay.inTransaction(database.jdbi(), handle -> handle.execute(END_AND_RETRY, made.id().toString()));
    }
}
