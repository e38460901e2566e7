package com.callfloor.dialer.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The bounds are far below what an idle machine does: they catch a lost index, not a busy neighbour. */
@ExtendWith(DatabaseExtension.class)
class StoreSpeedIT {
    private static final int CASES = 10_000;
    private static final int BATCH = 1_000;

    private final Books books;

    StoreSpeedIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(Clock.systemUTC()));
    }

    @Test
    void importAndReservationsKeepUpWithAFloor() throws Exception {
        double rows = rowsPerSecond();
        double alone = reservationsPerSecond(1, 500);
        double together = reservationsPerSecond(8, 200);

        System.out.printf("MEASURED import %.0f rows/s, reserve %.0f/s with 1 thread, %.0f/s with 8%n", rows, alone,
                together);
        assertThat(rows).isGreaterThan(200);
        assertThat(alone).isGreaterThan(5);
        assertThat(together).isGreaterThan(5);
        assertThat(books.count("attempts")).isEqualTo(500 + 8 * 200);
    }

    private double rowsPerSecond() {
        SqlCaseStore store = new SqlCaseStore(books.database);
        long importId = store.beginImport("speed.csv", Books.MONDAY_NOON);
        long began = System.nanoTime();
        for (int first = 0; first < CASES; first += BATCH) {
            List<CaseRow> rows = new ArrayList<>();
            for (int nth = first; nth < first + BATCH; nth++) {
                rows.add(Books.row("C" + nth, "D" + nth, Books.mobile(nth * 2), Books.mobile(nth * 2 + 1)));
            }
            store.write(importId, rows, Clock.systemUTC().instant());
        }
        return CASES / seconds(began);
    }

    private double reservationsPerSecond(int threads, int each) throws Exception {
        AttemptLedger ledger = books.ledger(Books::allow);
        Callable<Integer> reserving = () -> {
            int reserved = 0;
            for (int nth = 0; nth < each; nth++) {
                reserved += books.reserve(ledger) instanceof Reservation.Reserved ? 1 : 0;
            }
            return reserved;
        };
        int total = 0;
        long began = System.nanoTime();
        try (var floor = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : floor.invokeAll(Collections.nCopies(threads, reserving))) {
                total += done.get();
            }
        }
        return total / seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
