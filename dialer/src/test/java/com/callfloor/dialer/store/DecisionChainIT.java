package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class DecisionChainIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final Optional<Path> head;
    private final DecisionSealer sealer;
    private final SqlDecisionLog log;

    DecisionChainIT(TestSchemas schemas, @TempDir Path folder) throws LedgerUnavailable {
        this.books = new Books(schemas.migrated(clock));
        this.head = Optional.of(folder.resolve("head"));
        this.sealer = new DecisionSealer(books.database, head);
        this.log = new SqlDecisionLog(books.database, head);
        for (int nth = 1; nth <= 5; nth++) {
            books.take(Books.row("C" + nth, "D" + nth, Books.mobile(nth)));
        }
        books.reserve(books.ledger(Books::allow), 4);
        books.reserve(Books::deny);
    }

    @Test
    void anUntouchedChainHasNoFlawAndSealsEachDecisionOnce() {
        assertThat(log.verify().waiting()).isEqualTo(5);

        assertThat(sealer.seal()).isEqualTo(5);
        assertThat(sealer.seal()).isZero();

        assertThat(log.verify()).satisfies(check -> {
            assertThat(check.sealed()).isEqualTo(5);
            assertThat(check.waiting()).isZero();
            assertThat(check.flaws()).isEmpty();
        });
    }

    @Test
    void anotherNodeGoesOnWithTheSameChain() throws LedgerUnavailable {
        sealer.seal();
        books.take(Books.row("C6", "D6", Books.mobile(6)));
        books.reserved();

        assertThat(new DecisionSealer(books.database, Optional.empty()).seal()).isEqualTo(1);

        assertThat(log.verify().flaws()).isEmpty();
    }

    @Test
    void anEditedDecisionIsNamed() {
        sealer.seal();
        execute("UPDATE decisions SET decision = REPLACE(decision, 'TEST', 'NONE') WHERE id = 3");

        assertThat(log.verify().flaws()).containsExactly(
                "entry 3: decision 3 is not what was sealed: it was edited, exchanged or inserted");
    }

    @Test
    void aDeletedDecisionIsNamedWithItsAttempt() {
        sealer.seal();
        String attempt = books.one(String.class, "SELECT attempt_id FROM decisions WHERE id = 2");
        execute("DELETE FROM decisions WHERE id = 2");

        assertThat(log.verify().flaws()).containsExactly("entry 2: decision 2 is missing: its row was deleted",
                "attempt " + attempt + " has no decision: its row was deleted");
    }

    @Test
    void aDeletedEntryIsNamed() {
        sealer.seal();
        execute("DELETE FROM decision_chain WHERE seq = 2");

        assertThat(log.verify().flaws()).contains("entry 2 is missing");
    }

    @Test
    void twoDecisionsThatChangedPlacesAreNamed() {
        sealer.seal();
        execute("UPDATE decision_chain SET decision_id = 99 WHERE seq = 2");
        execute("UPDATE decision_chain SET decision_id = 2 WHERE seq = 3");
        execute("UPDATE decision_chain SET decision_id = 3 WHERE seq = 2");

        assertThat(log.verify().flaws()).containsExactly(
                "entry 2 names decision 3, but decision 2 was sealed here: they were re-ordered",
                "entry 3 names decision 2, but decision 3 was sealed here: they were re-ordered");
    }

    @Test
    void anEndThatWasCutOffIsNoticedByTheAnchorWhichSealingOnDoesNotMend() throws LedgerUnavailable {
        sealer.seal();
        execute("DELETE FROM decisions WHERE id = 5");
        execute("DELETE FROM decision_chain WHERE seq = 5");

        assertThat(log.verify().flaws()).containsExactly(
                "the chain ends at entry 4, and entry 5 was sealed: its end was cut off");
        books.take(Books.row("C6", "D6", Books.mobile(6)));
        books.reserved();
        sealer.seal();
        assertThat(log.verify().flaws()).containsExactly(
                "entry 5 is another than the one that was anchored: the chain was rewritten");
    }

    @Test
    void decisionsAreReadNewestFirstWithReasonsInTwoLanguages() {
        var kept = log.of("C5", null, 10);

        assertThat(kept).singleElement().satisfies(decision -> {
            assertThat(decision.attempt()).isNull();
            assertThat(decision.number()).isEqualTo(Books.mobile(5).masked());
            assertThat(decision.json()).contains("\"verdict\":\"deny\"", "\"because_zh\"", "\"counters\":[]",
                    "\"purpose\":\"collection\"").doesNotContain(Books.mobile(5).e164());
            assertThat(log.byId(decision.id())).contains(decision);
        });
        assertThat(log.of("C5", Books.MONDAY_NOON.minusSeconds(1), 10)).isEqualTo(List.of());
    }

    private void execute(String sql) {
        books.database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
