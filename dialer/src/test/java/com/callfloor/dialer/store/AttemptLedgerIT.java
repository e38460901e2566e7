package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.testing.CuttableWire;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class AttemptLedgerIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final TestSchemas schemas;
    private final Books books;

    AttemptLedgerIT(TestSchemas schemas) {
        this.schemas = schemas;
        this.books = new Books(schemas.migrated(clock));
    }

    @Test
    void aReservedAttemptIsOnDiskWithItsReasonsBeforeItMayBeDialed() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        Reservation.Reserved reserved = books.reserved();

        assertThat(reserved.number()).isEqualTo(Books.mobile(1));
        assertThat(reserved.card().caseRef()).isEqualTo("C1");
        assertThat(reserved.card().debtorName()).isEqualTo("Debtor D1");
        assertThat(reserved.card().amountDue()).hasToString("1234.56 CNY");
        assertThat(reserved.language()).isEqualTo("zh-CN");
        assertThat(books.one(String.class, "SELECT state FROM attempts WHERE id = ?", reserved.id().toString()))
                .isEqualTo("reserved");
        assertThat(books.one(Instant.class, "SELECT reserved_at FROM attempts")).isEqualTo(reserved.at());
        assertThat(books.one(String.class, "SELECT decision FROM decisions")).contains("\"verdict\":\"allow\"",
                "\"id\":\"TEST\"", "\"version\":\"1\"", "Asia/Shanghai");
    }

    @Test
    void theCaseThatIsDueFirstGoesFirstAndIsNotDueAgainWhileItsCallLives() throws LedgerUnavailable {
        books.take(Books.row("LATER", "D1", Books.mobile(1)));
        clock.pass(Duration.ofSeconds(-10));
        books.take(Books.row("EARLIER", "D2", Books.mobile(2)));
        clock.pass(Duration.ofSeconds(10));

        assertThat(books.reserved().card().caseRef()).isEqualTo("EARLIER");
        assertThat(books.reserved().card().caseRef()).isEqualTo("LATER");
        assertThat(books.reserve(Books::allow)).isInstanceOfSatisfying(Reservation.NothingDue.class,
                nothing -> assertThat(nothing.next()).contains(clock.instant().plus(Duration.ofHours(1))));
    }

    @Test
    void nothingIsDueInEmptyBooks() throws LedgerUnavailable {
        assertThat(books.reserve(Books::allow)).isEqualTo(new Reservation.NothingDue(Optional.empty()));
    }

    @Test
    void aCaseThatTheRulesPutOffIsDueAtTheInstantTheyName() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Instant tomorrow = clock.instant().plus(Duration.ofHours(20));

        Reservation denied = books.reserve(question -> Books.denial(question, new Verdict.NotBefore(tomorrow)));

        assertThat(denied).isInstanceOfSatisfying(Reservation.Denied.class,
                answer -> assertThat(answer.decision().deniedBy()).containsExactly("TEST"));
        assertThat(books.one(Instant.class, "SELECT next_call_at FROM cases")).isEqualTo(tomorrow);
        assertThat(books.count("attempts")).isZero();
    }

    @Test
    void aCaseThatTheRulesDenyWithoutAnInstantSleepsUntilSomethingHappens() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        books.reserve(Books::deny);

        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(1);
        clock.pass(Duration.ofDays(30));
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(books.ledger(Books::allow).wakeAll()).isEqualTo(1);
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void whenOneNumberIsDeniedTheNextOneIsAskedFor() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1), Books.mobile(2)));
        List<List<PastCall>> asked = new ArrayList<>();

        Reservation reservation = books.reserve(question -> {
            asked.add(Books.calls(question));
            return asked.size() == 1 ? Books.deny(question) : Books.allow(question);
        });

        assertThat(reservation).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> assertThat(reserved.number()).isEqualTo(Books.mobile(2)));
    }

    @Test
    void aListedContactIsNeverCalledWhereNoRuleSaysWhen() throws LedgerUnavailable {
        var own = new CaseNumber(Books.mobile(1), NumberRole.WORK, 2, null, null);
        var brother = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 1, "Li", "brother");
        books.take(Books.row("C1", "D1", "Debtor", List.of(brother, own)));

        Reservation.Reserved first = books.reserved();
        books.write(books.closed(first.id(), Outcome.INVALID, clock.instant()));
        Reservation second = books.reserve(Books::allow);

        assertThat(first.number()).isEqualTo(Books.mobile(1));
        assertThat(second).isInstanceOfSatisfying(Reservation.Denied.class,
                denied -> assertThat(denied.decision().deniedBy()).containsExactly("NO-VALID-NUMBER"));
        assertThat(books.count("cases WHERE state = 'open' AND next_call_at IS NULL")).isEqualTo(1);
    }

    @Test
    void aZoneThatCannotBeReadMeansThatNobodyKnowsWhereTheDebtorIs() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE cases SET timezone = 'Atlantis/Deep'"));
        List<Set<ZoneId>> zones = new ArrayList<>();

        books.reserve(question -> {
            zones.add(question.zones());
            return Books.deny(question);
        });

        assertThat(zones).containsExactly(Set.of());
    }

    @Test
    void rulesThatFailAndADatabaseThatIsAwayBothMeanDoNotDial() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        assertThatThrownBy(() -> books.reserve(question -> {
            throw new IllegalStateException("a rule pack is broken");
        })).isInstanceOf(LedgerUnavailable.class).hasMessageContaining("may not be dialed");
        assertThat(books.count("attempts")).isZero();
        assertThat(books.reserved().number()).isEqualTo(Books.mobile(1));
    }

    @Test
    void aReservationIsNotHandedOutWhenTheDatabaseIsCutOff() throws Exception {
        DatabaseSettings settings = schemas.empty();
        Database near = schemas.open(settings, clock);
        near.migrate();
        try (var wire = new CuttableWire(DatabaseIT.port(settings))) {
            Books remote = new Books(schemas.open(DatabaseIT.through(wire, settings), clock));
            remote.take(Books.row("C1", "D1", Books.mobile(1)));

            // The cut falls between the question and the commit.
            assertThatThrownBy(() -> remote.reserve(question -> {
                wire.cut();
                return Books.allow(question);
            })).isInstanceOf(LedgerUnavailable.class);
        }

        // The server may learn of the cut later than we do, and until it undoes the half of it the case is locked.
        GivingWay.inTransaction(near.jdbi(), handle -> handle.execute("SELECT id FROM cases FOR UPDATE"));
        Books others = new Books(near);
        assertThat(others.count("attempts")).isZero();
        assertThat(others.reserved().number()).isEqualTo(Books.mobile(1));
    }

    @Test
    void aQuestionCarriesTheTimeUntilTheLatestAnswer() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        List<CallQuestion> asked = new ArrayList<>();

        books.reserve(question -> {
            asked.add(question);
            return Books.allow(question);
        });

        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.latestAnswer()).isEqualTo(Books.LATEST_ANSWER);
            assertThat(question.at()).isEqualTo(clock.instant());
        });
    }
}
