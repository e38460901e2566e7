package com.callfloor.dialer.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many calls a second the ledger reserves. Not in the usual run, for its name; by hand with
 * {@code -Dit.test=ReservationSpeed -Dtest=none}, on a machine that does nothing else.
 */
@ExtendWith(DatabaseExtension.class)
class ReservationSpeed {
    private static final int THREADS = 8;
    private static final int BATCH = 20;
    private static final int WARM_UP = 1_600;
    private static final int MEASURED = 8_000;
    private static final int AT_ONCE = 50_000;
    private static final String DIGITS = """
            (SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
             UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)""";

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void reservationsEachSecond(int cases, TestSchemas schemas) throws Exception {
        DatabaseSettings settings = schemas.empty();
        Database database = schemas.open(settings, clock);
        database.migrate();
        fill(settings, cases);
        Books books = new Books(database);
        var packs = new CallingRules(List.of(PackTerm.current(TestPacks.facts()),
                PackTerm.current(TestPacks.shipped("floor")), PackTerm.current(TestPacks.shipped("cn"))));
        AttemptLedger ledger = books.ledger(packs::decide);

        reserve(books, ledger, WARM_UP);
        long began = System.nanoTime();
        long reserved = reserve(books, ledger, MEASURED);
        double seconds = (System.nanoTime() - began) / 1e9;

        System.out.printf("MEASURED %d cases: %d reservations in %.2f s, %.0f/s%n", cases, reserved, seconds,
                reserved / seconds);
        assertThat(reserved).isEqualTo(MEASURED);
    }

    private static long reserve(Books books, AttemptLedger ledger, int calls) throws Exception {
        long reserved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> {
                    long mine = 0;
                    for (int batch = 0; batch < calls / BATCH / THREADS; batch++) {
                        mine += books.reserve(ledger, BATCH)
                                .stream()
                                .filter(answer -> answer instanceof Reservation.Reserved)
                                .count();
                    }
                    return mine;
                }));
            }
            for (Future<Long> each : all) {
                reserved += each.get();
            }
        }
        return reserved;
    }

    /** A debtor, a number and a case each. */
    private static void fill(DatabaseSettings settings, int cases) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(),
                settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE nth (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO nth SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d FROM "
                    + DIGITS + " a, " + DIGITS + " b, " + DIGITS + " c, " + DIGITS + " d, " + DIGITS + " e");
            statement.execute("INSERT INTO imports (id, source, began_at) VALUES (1, 'speed', '2026-01-01')");
            for (int first = 0; first < cases; first += AT_ONCE) {
                String some = " FROM nth WHERE id < " + Math.min(AT_ONCE, cases - first) + " ORDER BY id";
                String id = "id + 1 + " + first;
                statement.execute("INSERT INTO debtors (id, ref, name) SELECT " + id + ", CONCAT('D', " + id
                        + "), 'Debtor'" + some);
                statement.execute("INSERT INTO phone_numbers (id, e164) SELECT " + id + ", CONCAT('+86138', LPAD(" + id
                        + ", 8, '0'))" + some);
                statement.execute("INSERT INTO debtor_numbers (debtor_id, number_id, role, position) SELECT " + id
                        + ", " + id + ", 'mobile', 1" + some);
                statement.execute("""
                        INSERT INTO cases (id, ref, debtor_id, import_id, lender, currency, amount_due_minor, due_date,
                            region, language, next_call_at)
                        SELECT\s""" + id + ", CONCAT('C', " + id + "), " + id + """
                        , 1, 'Lender', 'CNY', 100, '2026-09-01', 'CN-GD', 'zh-CN', '2026-11-01'""" + some);
            }
            statement.execute("DROP TABLE nth");
        }
    }
}
