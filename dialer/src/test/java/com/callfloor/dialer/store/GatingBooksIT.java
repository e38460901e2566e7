package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.books.FactBook.Noted;
import com.callfloor.dialer.rules.books.OtherCalls.Origin;
import com.callfloor.dialer.rules.books.OtherCalls.OtherCall;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What people write into the books decides the very next reservation. */
@ExtendWith(DatabaseExtension.class)
class GatingBooksIT {
    private static final String WEEK_AFTER_CONVERSATION = """
            cool_down: {scope: person, event: conversation, period: 7 consecutive days}""";

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlFactBook facts;
    private final SqlDoNotCallLists lists;
    private final SqlOtherCalls others;

    GatingBooksIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.facts = new SqlFactBook(books.database);
        this.lists = new SqlDoNotCallLists(books.database);
        this.others = new SqlOtherCalls(books.database);
    }

    @Test
    void aFactKeepsAQueuedCaseFromBeingCalledAndItsWithdrawalFreesItAgain() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Noted cease = facts.note(fact("C1", FactKind.CEASE, null)).orElseThrow();

        assertThat(deniedBy(books.ledger(TestPacks.facts()))).containsExactly("FACT-CEASE");
        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(1);
        Noted withdrawn = facts.withdraw(cease.id(), "li", "noted for the wrong debtor").orElseThrow();

        assertThat(withdrawn.withdrawnWhy()).isEqualTo("noted for the wrong debtor");
        assertThat(books.reserve(books.ledger(TestPacks.facts()))).isInstanceOf(Reservation.Reserved.class);
        assertThat(facts.withdraw(cease.id(), "li", "again")).isEmpty();
        assertThat(facts.of("C1")).containsExactly(withdrawn);
    }

    @Test
    void aNumberThatIsRefusedIsRefusedForEveryDebtorAndWakesThemAllWhenItIsFreed() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(1)));
        Noted refused = facts.note(fact("C1", FactKind.REFUSED, Books.mobile(1))).orElseThrow();
        AttemptLedger ledger = books.ledger(TestPacks.facts());

        assertThat(deniedBy(ledger)).containsExactly("FACT-REFUSED");
        assertThat(deniedBy(ledger)).containsExactly("FACT-REFUSED");
        assertThat(books.reserve(ledger)).isInstanceOf(Reservation.NothingDue.class);
        facts.withdraw(refused.id(), "li", "a misunderstanding");

        assertThat(books.reserve(ledger)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void aDoNotCallListHoldsForAllLendersOrForOne() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AttemptLedger ledger = books.ledger(TestPacks.facts());
        lists.add("other", Optional.of("Another lender"), Set.of(Books.mobile(1)), clock.instant(), "li");

        assertThat(books.reserve(ledger)).isInstanceOf(Reservation.Reserved.class);
        books.database.jdbi().useHandle(handle -> handle.execute("""
                UPDATE attempts SET state = 'closed', outcome = 'busy', ended_at = reserved_at"""));
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE cases SET next_call_at = '2026-01-01'"));
        assertThat(lists.add("own", Optional.of("Lender"), Set.of(Books.mobile(1)), clock.instant(), "li"))
                .isEqualTo(1);
        assertThat(lists.add("own", Optional.of("Lender"), Set.of(Books.mobile(1)), clock.instant(), "li")).isZero();
        assertThat(deniedBy(ledger)).containsExactly("FACT-DNC");
        assertThat(lists.remove("own", Books.mobile(1), clock.instant(), "li")).isTrue();
        assertThat(lists.remove("own", Books.mobile(1), clock.instant(), "li")).isFalse();
        lists.add("national", Optional.empty(), Set.of(Books.mobile(1), Books.mobile(2)), clock.instant(), "li");

        assertThat(deniedBy(ledger)).containsExactly("FACT-DNC");
        assertThat(lists.lists()).extracting(view -> view.list() + " " + view.numbers())
                .containsExactlyInAnyOrder("national 2", "other 1", "own 0");
    }

    @Test
    void aListMayHoldANumberBeforeAnybodyKnowsIt() throws Exception {
        lists.add("national", Optional.empty(), Set.of(Books.mobile(1)), clock.instant(), "li");
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        assertThat(deniedBy(books.ledger(TestPacks.facts()))).containsExactly("FACT-DNC");
    }

    @Test
    void aConversationThatTheDebtorBeganCounts() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        others.note(new OtherCall("C1", Books.mobile(77), clock.instant(), Direction.IN, CallResult.CONVERSATION, true,
                Origin.INBOUND, "Agent li"));
        clock.pass(Duration.ofDays(1));

        assertThat(deniedBy(books.ledger(TestPacks.of("COOL", WEEK_AFTER_CONVERSATION)))).containsExactly("COOL");
    }

    @Test
    void aConsentLiftsTheRuleForOneCall() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AttemptLedger ledger = books.ledger(TestPacks.of("COOL", "lifted_by: [consent]", WEEK_AFTER_CONVERSATION));
        others.note(new OtherCall("C1", Books.mobile(1), clock.instant(), Direction.IN, CallResult.CONVERSATION, true,
                Origin.INBOUND, "Agent li"));
        clock.pass(Duration.ofHours(1));
        assertThat(deniedBy(ledger)).containsExactly("COOL");

        facts.note(new NewFact("C1", FactKind.CONSENT, clock.instant(), Books.mobile(1), null, null, Set.of("COOL"),
                "recording 7", "li"));
        Reservation first = books.reserve(ledger);
        clock.pass(Duration.ofMinutes(5));
        books.write(books.closed(((Reservation.Reserved) first).id(), Outcome.NO_ANSWER, clock.instant()));

        assertThat(deniedBy(ledger)).containsExactly("COOL");
    }

    @Test
    void aContactIsCalledForInformationOnlyAfterTheDebtorIsLost() throws Exception {
        var own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        var brother = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, "Li", "brother");
        books.take(Books.row("C1", "D1", "Debtor", List.of(own, brother)));
        AttemptLedger ledger = books
                .ledger(TestPacks.of("SEED-3P", "third_party: {failures: 2, needs_consent: false}"));

        PhoneNumber first = noAnswer(ledger).number();
        var second = noAnswer(ledger);
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE debtor_numbers SET valid = role = 'contact'"));
        var third = noAnswer(ledger);

        assertThat(first).isEqualTo(Books.mobile(1));
        assertThat(second.number()).isEqualTo(Books.mobile(1));
        assertThat(second.purpose()).isEqualTo(Purpose.COLLECTION);
        assertThat(third.number()).isEqualTo(Books.mobile(2));
        assertThat(third.purpose()).isEqualTo(Purpose.INFORMATION);
        assertThat(books.count("attempts WHERE purpose = 'information'")).isEqualTo(1);
    }

    @Test
    void aContactIsNotCalledWhileTheDebtorMayStillBeReachedAndTheCaseSleeps() throws Exception {
        var own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        var brother = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, "Li", "brother");
        books.take(Books.row("C1", "D1", "Debtor", List.of(own, brother)));
        facts.note(fact("C1", FactKind.REFUSED, Books.mobile(1)));
        AttemptLedger ledger = books.ledger(TestPacks.facts(),
                TestPacks.of("SEED-3P", "third_party: {failures: 1, needs_consent: false}"));

        assertThat(deniedBy(ledger)).containsExactly("FACT-REFUSED");
        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(1);
        // A call by hand that nobody answered: the debtor is lost, and the case wakes.
        others.note(new OtherCall("C1", Books.mobile(1), clock.instant(), Direction.OUT, CallResult.NO_ANSWER, true,
                Origin.MANUAL, "Agent li"));
        Reservation woken = books.reserve(ledger);

        assertThat(woken).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> assertThat(reserved.purpose()).isEqualTo(Purpose.INFORMATION));
    }

    @Test
    void theDeskAnswersAsAReservationWouldAndForContactsToo() throws Exception {
        var own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        var brother = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, "Li", "brother");
        books.take(Books.row("C1", "D1", "Debtor", List.of(own, brother)));
        facts.note(fact("C1", FactKind.REFUSED, Books.mobile(1)));
        var rules = new CallingRules(List.of(PackTerm.current(TestPacks.facts())));
        var desk = new SqlRulesDesk(books.database, Books.rules(rules::decide));

        var asked = desk.ask("C1", Optional.empty(), clock.instant(), Books.LATEST_ANSWER).orElseThrow();

        assertThat(asked).extracting(answer -> answer.number() + " " + answer.decision().allowed())
                .containsExactly(Books.mobile(1) + " false", Books.mobile(2) + " true");
        assertThat(desk.ask("C9", Optional.empty(), clock.instant(), Books.LATEST_ANSWER)).isEmpty();
    }

    @Test
    void aPastInstantIsAskedAboutWithTheFactsThatStoodThen() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Instant ceased = clock.instant();
        Noted cease = facts.note(fact("C1", FactKind.CEASE, null)).orElseThrow();
        clock.pass(Duration.ofDays(1));
        Instant freed = clock.instant();
        facts.withdraw(cease.id(), "li", "noted for the wrong debtor");
        clock.pass(Duration.ofDays(1));

        assertThat(deniedBy(ceased.minusSeconds(1))).isEmpty();
        assertThat(deniedBy(ceased)).containsExactly("FACT-CEASE");
        assertThat(deniedBy(freed.minusSeconds(1))).containsExactly("FACT-CEASE");
        assertThat(deniedBy(freed)).isEmpty();
        assertThat(deniedBy(clock.instant())).isEmpty();
    }

    @Test
    void aPastInstantIsAskedAboutWithTheDoNotCallListsOfThen() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Instant listed = clock.instant();
        lists.add("national", Optional.empty(), Set.of(Books.mobile(1)), listed, "li");
        clock.pass(Duration.ofDays(1));
        lists.remove("national", Books.mobile(1), clock.instant(), "li");

        assertThat(deniedBy(listed.minusSeconds(1))).isEmpty();
        assertThat(deniedBy(listed)).containsExactly("FACT-DNC");
        assertThat(deniedBy(clock.instant())).isEmpty();
    }

    private List<String> deniedBy(Instant at) throws Exception {
        var rules = new CallingRules(List.of(PackTerm.current(TestPacks.facts())));
        var desk = new SqlRulesDesk(books.database, Books.rules(rules::decide));
        return desk.ask("C1", Optional.empty(), at, Books.LATEST_ANSWER)
                .orElseThrow()
                .getFirst()
                .decision()
                .deniedBy();
    }

    private Reservation.Reserved noAnswer(AttemptLedger ledger) throws Exception {
        var reserved = (Reservation.Reserved) books.reserve(ledger);
        clock.pass(Duration.ofMinutes(10));
        books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, clock.instant()));
        return reserved;
    }

    private List<String> deniedBy(AttemptLedger ledger) throws Exception {
        Reservation reservation = books.reserve(ledger);
        assertThat(reservation).isInstanceOf(Reservation.Denied.class);
        return ((Reservation.Denied) reservation).decision().deniedBy();
    }

    private NewFact fact(String caseRef, FactKind kind, @Nullable PhoneNumber number) {
        return new NewFact(caseRef, kind, clock.instant(), number, null, null, Set.of(), "letter 1", "li");
    }
}
