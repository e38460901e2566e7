package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.floor.AttemptLedger.Offer;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases that agents look at before they are called. */
@ExtendWith(DatabaseExtension.class)
class PreviewBooksIT {
    private static final Duration ASIDE = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlCaseDirectory directory;

    PreviewBooksIT(TestSchemas schemas) {
        Database database = schemas.migrated(clock);
        books = new Books(database);
        directory = new SqlCaseDirectory(database, "CN");
    }

    @BeforeEach
    void oneCaseIsDue() {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
    }

    @Test
    void aCaseToLookAtIsNoAttemptAndIsOfferedToNobodyElse() throws LedgerUnavailable {
        Offer.Case offered = offered();

        assertThat(offered.card().caseRef()).isEqualTo("C1");
        assertThat(offered.number()).isEqualTo(Books.mobile(1));
        assertThat(offered.decision().allowed()).isTrue();
        assertThat(books.count("attempts")).isZero();
        assertThat(books.count("decisions")).isZero();
        assertThat(offer()).isInstanceOf(Offer.NothingDue.class);
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.NothingDue.class);
    }

    @Test
    void theRulesAreAskedAgainWhenItIsCalled() throws LedgerUnavailable {
        CaseId id = offered().card().id();
        Slot slot = new Slot(books.newId(), true);

        Reservation denied = books.ledger(Books::deny).reserve(slot, id, Set.of("default"), Books.LATEST_ANSWER);
        Reservation reserved = books.ledger(Books::allow).reserve(slot, id, Set.of("default"), Books.LATEST_ANSWER);

        assertThat(denied).isInstanceOf(Reservation.Denied.class);
        assertThat(reserved).isInstanceOfSatisfying(Reservation.Reserved.class,
                call -> assertThat(call.id()).isEqualTo(slot.id()));
        assertThat(books.count("attempts")).isEqualTo(1);
        assertThat(books.count("decisions")).isEqualTo(2);
    }

    @Test
    void aCaseThatIsBeingCalledIsDeniedAndAnUnknownOneIsNotThere() throws LedgerUnavailable {
        CaseId id = books.reserved().card().id();

        assertThat(books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), id, Set.of("default"), Books.LATEST_ANSWER))
                .isInstanceOf(Reservation.Denied.class);
        assertThat(books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), new CaseId(99), Set.of("default"), Books.LATEST_ANSWER))
                .isInstanceOf(Reservation.NothingDue.class);
    }

    @Test
    void aCaseThatTheRulesDenyIsNotOfferedAndItsDenialIsKept() throws LedgerUnavailable {
        Offer offer = books.ledger(Books::deny)
                .offer("default", new Slot(books.newId(), true), ASIDE, Books.LATEST_ANSWER);

        assertThat(offer).isInstanceOf(Offer.Denied.class);
        assertThat(books.count("decisions")).isEqualTo(1);
        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(1);
    }

    @Test
    void aSkipIsKeptWithWhoWhenAndWhyAndTheCaseIsDueAgainLater() throws LedgerUnavailable {
        CaseId id = offered().card().id();
        var agent = books.agent("li", "1001");
        Instant later = clock.instant().plus(Duration.ofHours(4));

        books.write(new FloorFact.Skipped(clock.instant(), id, agent, SkipReason.PROMISED, later));

        assertThat(books.one(Instant.class, "SELECT next_call_at FROM cases")).isEqualTo(later);
        assertThat(directory.timeline(id)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("skip");
            assertThat(entry.code()).isEqualTo("promised");
            assertThat(entry.agentName()).isEqualTo("Agent li");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aCaseThatIsPutBackIsDueAtOnceUnlessItWasPlannedAnewMeanwhile() throws LedgerUnavailable {
        Offer.Case first = offered();
        books.write(new FloorFact.PutBack(clock.instant(), first.card().id(), first.until()));
        Offer.Case second = offered();
        assertThat(second.card().caseRef()).isEqualTo("C1");

        var unused = books.ledger(Books::deny)
                .reserve(new Slot(books.newId(), true), second.card().id(), Set.of("default"), Books.LATEST_ANSWER);
        books.write(new FloorFact.PutBack(clock.instant(), second.card().id(), second.until()));

        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(1);
    }

    private Offer offer() throws LedgerUnavailable {
        return books.ledger(Books::allow).offer("default", new Slot(books.newId(), true), ASIDE, Books.LATEST_ANSWER);
    }

    private Offer.Case offered() throws LedgerUnavailable {
        Offer offer = offer();
        assertThat(offer).isInstanceOf(Offer.Case.class);
        return (Offer.Case) offer;
    }
}
