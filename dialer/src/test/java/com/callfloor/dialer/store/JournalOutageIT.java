package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.testing.CuttableWire;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(DatabaseExtension.class)
class JournalOutageIT {
    private static final int FACTS = 3_000;

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final TestSchemas schemas;
    private final DatabaseSettings settings;
    private final Books books;

    JournalOutageIT(TestSchemas schemas) throws DatabaseProblem {
        this.schemas = schemas;
        this.settings = schemas.empty();
        Database direct = schemas.open(settings, clock);
        direct.migrate();
        this.books = new Books(direct);
    }

    @Test
    void aDatabaseThatKeepsGoingAwayCostsNoFactAndNoOrder() throws Exception {
        AgentId agent = books.agent("li", "1001");
        List<FloorFact> taken = new ArrayList<>();
        List<FloorFact> told = Collections.synchronizedList(new ArrayList<>());
        try (var wire = new CuttableWire(DatabaseIT.port(settings));
                var journal = new SqlFactJournal(schemas.open(DatabaseIT.through(wire, settings), clock),
                        told::add)) {
            for (int nth = 0; nth < FACTS; nth++) {
                FloorFact fact = ready(agent, nth);
                taken.add(fact);
                journal.write(fact);
                if (nth % 1_000 == 500) {
                    // The wire is cut while a batch is on it.
                    AtomicInteger already = new AtomicInteger(told.size());
                    await().until(() -> told.size() > already.get() || journal.waiting() == 0);
                    wire.cut();
                }
                if (nth % 1_000 == 999) {
                    assertThat(journal.waiting()).isPositive();
                    wire.mend();
                    await().atMost(Duration.ofSeconds(20)).until(() -> journal.waiting() == 0);
                }
            }
        }

        List<Instant> onDisk = books.database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT since FROM agent_states ORDER BY id")
                        .mapTo(Instant.class)
                        .list());
        assertThat(onDisk).isEqualTo(taken.stream().map(FloorFact::at).toList());
        assertThat(told).isEqualTo(taken);
    }

    @Test
    void closingWhileTheDatabaseIsAwayEndsInTimeAndSaysHowManyFactsAreLeft() throws Exception {
        AgentId agent = books.agent("li", "1001");
        try (var wire = new CuttableWire(DatabaseIT.port(settings))) {
            Database remote = schemas.open(DatabaseIT.through(wire, settings), clock);
            wire.cut();
            var journal = new SqlFactJournal(remote, fact -> {
            });
            for (int nth = 0; nth < 7; nth++) {
                journal.write(ready(agent, nth));
            }

            long began = System.nanoTime();
            int left = journal.close(Duration.ofMillis(300));

            assertThat(left).isEqualTo(7);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void closingWithNothingLeftAsksNothingOfADatabaseThatIsAway() throws Exception {
        try (var wire = new CuttableWire(DatabaseIT.port(settings))) {
            Database remote = schemas.open(DatabaseIT.through(wire, settings), clock);
            wire.cut();
            var journal = new SqlFactJournal(remote, fact -> {
            });

            long began = System.nanoTime();
            int left = journal.close(Duration.ofSeconds(20));

            assertThat(left).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static FloorFact ready(AgentId agent, int nth) {
        Instant at = Books.MONDAY_NOON.plusMillis(nth);
        return new FloorFact.AgentMoved(at, agent, new AgentState.Ready(at));
    }
}
