package com.callfloor.dialer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.local.DatabaseServer;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.rules.CandidateZones;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.store.SqlAttemptLedger;

/**
 * How many attempts a second are reserved on the embedded database, and whether it matters how many cases there are. Both are
 * measured in turn, round by round and each first in every other round, so that neither is the warmer one.
 */
final class ReservationSpeed {
    static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final int THREADS = 8;
    private static final int BATCH = 20;
    private static final int ROUNDS = 5;
    /** Of each round, for connections and caches. */
    private static final Duration WARM_UP = Duration.ofMillis(500);
    /** Short enough to leave some of few. */
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final String MANY_HERE = "callfloor_bench_many";
    private static final String FEW_HERE = "callfloor_bench_few";
    private static final Duration LATEST_ANSWER = Duration.ofSeconds(50);
    /** A Tuesday, 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-10T02:00:00Z");

    private final DatabaseServer server;
    private final Duration ahead = Duration.between(Clock.systemUTC().instant(), MORNING);
    private final Clock clock = Clock.offset(Clock.systemUTC(), ahead);

    private ReservationSpeed(DatabaseServer server) {
        this.server = server;
    }

    /** Reservations a second. */
    record Figures(int cases, double many, double few) {
        @Override
        public String toString() {
            return "next case  chosen and reserved %,.0f/s among %,d cases, %,.0f/s among %,d: ratio %.2f"
                    .formatted(many, cases, few, FEW, many / few) + " (goal >= 1,000/s and 0.8)";
        }
    }

    /** With that many cases, and with few. Takes about three minutes and 1 GB of disk below {@code var}, which it gives back. */
    static Figures measure(int cases) throws Exception {
        Path state = ShippedPacks.home().resolve("var/bench");
        delete(state);
        Files.createDirectories(state);
        try (LocalMachine machine = LocalMachine.of(ShippedPacks.home(), state);
                DatabaseServer server = EmbeddedDatabase.prepare(machine)) {
            server.start();
            ReservationSpeed speed = new ReservationSpeed(server);
            return speed.inTurn(cases);
        } finally {
            delete(state);
        }
    }

    /** The first round of each is for the JIT compiler. */
    private Figures inTurn(int cases) throws Exception {
        load(MANY_HERE, cases);
        Tally many = new Tally();
        Tally few = new Tally();
        for (int round = 0; round <= ROUNDS; round++) {
            // What was reserved is not due again, so few are there anew each time.
            load(FEW_HERE, FEW);
            boolean manyFirst = round % 2 == 0;
            Tally first = measured(manyFirst ? MANY_HERE : FEW_HERE);
            Tally second = measured(manyFirst ? FEW_HERE : MANY_HERE);
            if (round > 0) {
                many.add(manyFirst ? first : second);
                few.add(manyFirst ? second : first);
            }
            System.err.printf("# round %d: %,.0f/s among %,d, %,.0f/s among %,d%n", round,
                    (manyFirst ? first : second).perSecond(), cases, (manyFirst ? second : first).perSecond(), FEW);
        }
        return new Figures(cases, many.perSecond(), few.perSecond());
    }

    private static final class Tally {
        private int reserved;
        private double seconds;

        void add(Tally other) {
            reserved += other.reserved;
            seconds += other.seconds;
        }

        double perSecond() {
            return reserved / seconds;
        }
    }

    private DatabaseSettings settings(String schema) {
        return new DatabaseSettings(server.jdbcUrl().replace("/callfloor?", "/" + schema + "?"), server.user(),
                server.password(), THREADS);
    }

    private void load(String schema, int cases) throws Exception {
        execute("DROP DATABASE IF EXISTS " + schema);
        execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
        try (Database database = Database.open(settings(schema), clock)) {
            database.migrate();
        }
        long began = System.nanoTime();
        CaseLoad.write(settings(schema), cases, MORNING.minus(Duration.ofHours(1)));
        System.err.printf("# %,d cases loaded in %.0f s%n", cases, seconds(began));
    }

    private Tally measured(String schema) throws Exception {
        try (Database database = Database.open(settings(schema), clock)) {
            AttemptLedger ledger = ledger(database);
            var unused = reserving(ledger, WARM_UP);
            return reserving(ledger, MEASURED);
        }
    }

    private AttemptLedger ledger(Database database) {
        var assignments = new PackChoice.Assignments(List.of("floor", "facts"), Map.of("CN", List.of("cn")), Map.of(),
                Map.of(), List.of(), List.of(), Set.of());
        var packs = new PackChoice(assignments, Map.of("floor", ShippedPacks.named("floor"), "facts",
                ShippedPacks.named("facts"), "cn", ShippedPacks.named("cn")));
        return new SqlAttemptLedger(database, packs, new CandidateZones()::of, now -> now.plus(ahead), "CN");
    }

    /** For as long as is measured, or until every case was taken. */
    private Tally reserving(AttemptLedger ledger, Duration time) throws Exception {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        Callable<Integer> reserving = () -> {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            int all = 0;
            int some = BATCH;
            while (some > 0 && System.nanoTime() < end) {
                some = reserveBatch(ledger, random);
                all += some;
            }
            return all;
        };
        var tally = new Tally();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(THREADS, reserving))) {
                tally.reserved += each.get();
            }
        }
        tally.seconds = seconds(began);
        return tally;
    }

    private int reserveBatch(AttemptLedger ledger, RandomGenerator random) throws Exception {
        List<Slot> slots = new ArrayList<>();
        for (int nth = 0; nth < BATCH; nth++) {
            slots.add(new Slot(AttemptId.next(clock.instant(), random), false));
        }
        int reserved = 0;
        for (Reservation each : ledger.reserve("default", slots, LATEST_ANSWER)) {
            switch (each) {
                case Reservation.Reserved call -> reserved++;
                case Reservation.NothingDue nothing -> {
                    // The last cases are being taken.
                }
                case Reservation.Denied denied -> throw new IllegalStateException(
                        "every case was to be lawful to call, but the rules deny: " + denied.decision().deniedBy());
            }
        }
        return reserved;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
