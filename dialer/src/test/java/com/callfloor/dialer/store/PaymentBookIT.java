package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.TimelineEntry;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.payments.MatchRule;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.NotedPosting.Belonging;
import com.callfloor.dialer.payments.PaymentBook.Counts;
import com.callfloor.dialer.payments.PaymentBook.Entry;
import com.callfloor.dialer.payments.PaymentBook.HandMatch;
import com.callfloor.dialer.payments.PaymentBook.Written;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.payments.WhyUnmatched;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Cases of 1,000.00 CNY each, due to "Lender", and the postings for them. */
@ExtendWith(DatabaseExtension.class)
class PaymentBookIT {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Duration REST = Duration.ofDays(3);
    private static final int ROUNDS = 25;

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlPaymentBook book;

    PaymentBookIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.book = new SqlPaymentBook(books.database, REST, Outbox.ofNobody(books.database));
    }

    @Test
    void aPaymentOfAllThatIsDueSettlesTheCaseAndNobodyCallsItAnyMore() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);

        Written written = post(payment("R1", 1_000_00, "C1"));

        assertThat(written.moves().settled()).containsExactly(id("C1"));
        CaseView view = view("C1");
        assertThat(view.state()).isEqualTo("paid");
        assertThat(view.balance().due()).isEqualTo(cny(0));
        assertThat(view.nextCallAt()).isNull();
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), id("C1"), Set.of("default"), Books.LATEST_ANSWER))
                .isInstanceOf(Reservation.NothingDue.class);
    }

    @Test
    void aCallThatWasUnderWayLeavesAPaidCaseAlone() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);
        Reservation.Reserved reserved = books.reserved();
        post(payment("R1", 1_000_00, "C1"));

        books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, clock.instant().plusSeconds(60)));

        assertThat(view("C1").nextCallAt()).isNull();
        assertThat(view("C1").state()).isEqualTo("paid");
    }

    @Test
    void theSamePostingAgainChangesNothing() {
        due("C1", "D1", 1_000_00);
        Posting posting = payment("R1", 400_00, "C1");
        post(posting);

        Written again = post(posting, posting);

        assertThat(again.entries()).hasSize(2).allMatch(Entry.Known.class::isInstance);
        assertThat(again.moves().posted()).isEmpty();
        assertThat(view("C1").balance().due()).isEqualTo(cny(600_00));
        assertThat(books.count("payments")).isOne();
    }

    @Test
    void theSamePostingTwiceInOneListCountsOnce() {
        due("C1", "D1", 1_000_00);

        Written written = post(payment("R1", 400_00, "C1"), payment("R1", 400_00, "C1"));

        assertThat(written.entries().get(0)).isInstanceOf(Entry.Added.class);
        assertThat(written.entries().get(1)).isInstanceOf(Entry.Known.class);
        assertThat(view("C1").balance().due()).isEqualTo(cny(600_00));
    }

    @Test
    void aReferenceWithAnotherAmountIsRefusedAndTheOthersAreTaken() {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 400_00, "C1"));

        Written written = post(payment("R1", 500_00, "C1"), payment("R2", 100_00, "C1"));

        assertThat(written.entries().getFirst()).isInstanceOfSatisfying(Entry.Contradicts.class,
                contradicts -> assertThat(contradicts.message().en())
                        .contains("reference R1 was posted as a payment of 400.00 CNY on 2026-11-20", "reversal"));
        assertThat(view("C1").balance().due()).isEqualTo(cny(500_00));
    }

    @Test
    void theSameReferenceOfAnotherLenderIsAnotherPosting() {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 400_00, "C1"));

        Written written = book.write(List.of(new Posting("Other", "R1", PostingKind.PAYMENT, cny(5_00),
                LocalDate.of(2026, 11, 21), "C1", null, null, null)), clock.instant());

        assertThat(written.entries().getFirst()).isInstanceOfSatisfying(Entry.Added.class,
                added -> assertThat(added.noted().belonging())
                        .isEqualTo(new Belonging.Unmatched(WhyUnmatched.OTHER_LENDER)));
        assertThat(view("C1").balance().due()).isEqualTo(cny(600_00));
    }

    @Test
    void afterAPartOfItTheCaseRestsWhateverElsePlansIt() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);
        Reservation.Reserved reserved = books.reserved();

        Written written = post(payment("R1", 400_00, "C1"));
        books.write(books.closed(reserved.id(), Outcome.BUSY, clock.instant().plusSeconds(60)));

        assertThat(written.moves().settled()).isEmpty();
        assertThat(written.moves().posted()).containsExactly(id("C1"));
        assertThat(view("C1").state()).isEqualTo("open");
        assertThat(view("C1").nextCallAt()).isEqualTo(clock.instant().plus(REST));
        due("C1", "D1", 1_000_00);
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.NothingDue.class);
        clock.pass(REST);
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void theAgentSeesWhatIsStillDue() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 400_00, "C1"));
        clock.pass(REST);

        assertThat(books.reserved().card().amountDue()).isEqualTo(cny(600_00));
        assertThat(view("C1").balance().stated()).isEqualTo(cny(1_000_00));
    }

    @Test
    void moreThanIsDueIsSeenAsOverpaid() {
        due("C1", "D1", 1_000_00);

        post(payment("R1", 700_00, "C1"), payment("R2", 700_00, "C1"));

        CaseView view = view("C1");
        assertThat(view.balance().due()).isEqualTo(cny(0));
        assertThat(view.balance().overpaid()).isEqualTo(cny(400_00));
        assertThat(view.state()).isEqualTo("paid");
    }

    @Test
    void aReversalMakesThePaidCaseDueAgainAtOnce() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 1_000_00, "C1"));
        clock.pass(Duration.ofHours(1));

        Written written = post(reversal("R2", 1_000_00, "R1"));

        assertThat(written.moves().reopened()).containsExactly(id("C1"));
        assertThat(view("C1").state()).isEqualTo("open");
        assertThat(view("C1").balance().due()).isEqualTo(cny(1_000_00));
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void aCaseThatIsBeingCalledIsPlannedByTheEndOfItsCall() throws LedgerUnavailable {
        due("C1", "D1", 1_000_00);
        Reservation.Reserved reserved = books.reserved();
        post(payment("R1", 1_000_00, "C1"));
        post(reversal("R2", 1_000_00, "R1"));
        assertThat(view("C1").nextCallAt()).isNull();
        Instant later = clock.instant().plus(Duration.ofHours(3));

        books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, later));

        assertThat(view("C1").nextCallAt()).isEqualTo(later);
    }

    @Test
    void aReversalThatComesFirstWaitsForItsPayment() {
        due("C1", "D1", 1_000_00);

        post(reversal("R2", 1_000_00, "R1"));
        assertThat(book.unmatched(null, 10)).extracting(NotedPosting::belonging)
                .containsExactly(new Belonging.Unmatched(WhyUnmatched.AWAITS_PAYMENT));
        assertThat(view("C1").balance().due()).isEqualTo(cny(1_000_00));
        Written written = post(payment("R1", 1_000_00, "C1"));

        assertThat(written.moves().settled()).isEmpty();
        assertThat(view("C1").state()).isEqualTo("open");
        assertThat(view("C1").balance().due()).isEqualTo(cny(1_000_00));
        assertThat(book.unmatched(null, 10)).isEmpty();
        assertThat(book.of(id("C1"))).extracting(each -> each.payment().orElseThrow().amount())
                .containsExactlyInAnyOrder(cny(1_000_00), cny(-1_000_00));
    }

    @Test
    void theDebtorsOnlyCaseOfTheAmountIsFound() {
        due("C1", "D1", 1_000_00);
        due("C2", "D1", 2_000_00);

        post(payment("R1", 2_000_00, null, "D1"), payment("R2", 300_00, null, "D1"));

        assertThat(view("C2").state()).isEqualTo("paid");
        assertThat(book.of(id("C2")).getFirst().belonging()).isInstanceOfSatisfying(Belonging.Matched.class,
                matched -> assertThat(matched.rule()).isEqualTo(MatchRule.AMOUNT));
        assertThat(book.unmatched(null, 10)).extracting(NotedPosting::belonging)
                .containsExactly(new Belonging.Unmatched(WhyUnmatched.NO_CASE_FITS));
    }

    @Test
    void aPersonMatchesWhatNoRuleDoesAndItsReversalFollows() {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 300_00, null, "D1"), reversal("R2", 100_00, "R1"));
        long id = book.unmatched(null, 10).getFirst().id();

        assertThat(book.match(id, "C9", "boss", clock.instant())).isInstanceOf(HandMatch.NoSuchCase.class);
        assertThat(book.match(999, "C1", "boss", clock.instant())).isInstanceOf(HandMatch.NoSuchPosting.class);
        assertThat(book.match(id, "C1", "boss", clock.instant())).isInstanceOfSatisfying(HandMatch.Done.class,
                done -> assertThat(done.noted().belonging()).isInstanceOfSatisfying(Belonging.Matched.class,
                        matched -> assertThat(matched.by()).isEqualTo("boss")));

        assertThat(view("C1").balance().due()).isEqualTo(cny(800_00));
        assertThat(book.unmatched(null, 10)).isEmpty();
        due("C2", "D1", 1_000_00);
        assertThat(book.match(id, "C1", "boss", clock.instant())).isInstanceOf(HandMatch.Done.class);
        assertThat(book.match(id, "C2", "boss", clock.instant())).isInstanceOf(HandMatch.Elsewhere.class);
        assertThat(view("C1").balance().due()).isEqualTo(cny(800_00));
    }

    @Test
    void aCaseThatComesLaterFindsItsPosting() {
        post(payment("R1", 400_00, "C1"));
        assertThat(book.unmatched(null, 10)).hasSize(1);
        due("C1", "D1", 1_000_00);

        book.matchAgain(clock.instant());

        assertThat(book.unmatched(null, 10)).isEmpty();
        assertThat(book.of(id("C1"))).hasSize(1);
    }

    @Test
    void theSameFileAgainDoesNotMakeAPaidCaseDueAndOneWithAnotherAmountDoes() {
        due("C1", "D1", 1_000_00);
        clock.pass(Duration.ofHours(1));
        post(payment("R1", 1_000_00, "C1"));
        clock.pass(Duration.ofHours(1));

        due("C1", "D1", 1_000_00);
        assertThat(view("C1").state()).isEqualTo("paid");
        due("C1", "D1", 250_00);

        assertThat(view("C1").state()).isEqualTo("open");
        assertThat(view("C1").balance().due()).isEqualTo(cny(250_00));
        assertThat(view("C1").nextCallAt()).isEqualTo(clock.instant());
    }

    @Test
    void aNewerFileKnowsOfTheMoneyThatCameBeforeIt() {
        due("C1", "D1", 1_000_00);
        clock.pass(Duration.ofHours(1));
        post(payment("R1", 400_00, "C1"));
        clock.pass(Duration.ofHours(1));
        due("C1", "D1", 600_00);
        assertThat(view("C1").balance().due()).isEqualTo(cny(600_00));
        clock.pass(Duration.ofHours(1));

        post(reversal("R2", 400_00, "R1"));

        assertThat(view("C1").balance().due()).isEqualTo(cny(1_000_00));
    }

    @Test
    void theTimelineTellsOfMoney() {
        due("C1", "D1", 1_000_00);
        post(payment("R1", 400_00, "C1"), reversal("R2", 400_00, "R1"));

        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(id("C1")))
                .extracting(TimelineEntry::kind, TimelineEntry::code, TimelineEntry::text)
                .containsExactly(
                        tuple("payment", "payment",
                                new Words("400.00 CNY, reference R1, value date 2026-11-20",
                                        "400.00元，流水号 R1，入账日期 2026年11月20日")),
                        tuple("payment", "reversal",
                                new Words("-400.00 CNY, reference R2, value date 2026-11-20",
                                        "-400.00元，流水号 R2，入账日期 2026年11月20日")));
    }

    @Test
    void rejectedRowsAreKeptForTheLender() {
        long id = book.beginImport("postings.csv", clock.instant());
        long clean = book.beginImport("clean.csv", clock.instant());
        book.endImport(id, clock.instant(), new Counts(1, 2, 3), "line,reference\r\n");
        book.endImport(clean, clock.instant(), new Counts(1, 2, 0), null);

        assertThat(book.rejected(id)).contains("line,reference\r\n");
        assertThat(book.rejected(clean)).isEmpty();
        assertThat(book.rejected(999)).isEmpty();
    }

    @Test
    void aReversalAndItsPaymentThatComeAtOnceFindEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String caseRef = "C" + round;
            due(caseRef, "D" + round, 1_000_00);
            List<Posting> both = List.of(payment("P" + round, 1_000_00, caseRef),
                    reversal("V" + round, 1_000_00, "P" + round));
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Callable<Written>> writes = both.stream()
                        .<Callable<Written>>map(posting -> () -> post(posting))
                        .toList();
                for (var done : threads.invokeAll(writes)) {
                    done.get();
                }
            }
            assertThat(view(caseRef).balance().due()).as(caseRef).isEqualTo(cny(1_000_00));
            assertThat(view(caseRef).state()).as(caseRef).isEqualTo("open");
        }
        assertThat(book.unmatched(null, 10)).isEmpty();
    }

    @Test
    void anySplitOrderAndRepetitionOfPostingsEndsInTheSameState() {
        List<Posting> postings = List.of(payment("R1", 1_000_00, "C1"), payment("R2", 400_00, "C2"),
                reversal("R3", 400_00, "R2"), payment("R4", 300_00, "C2"), payment("R5", 2_000_00, null, "D3"),
                payment("R6", 1_500_00, "C4"), reversal("R7", 1_500_00, "R6"), payment("R8", 500_00, "C4"),
                payment("R9", 500_00, "C4"), payment("R10", 1_200_00, "C5"), payment("R11", 10_00, "nowhere"),
                reversal("R12", 10_00, "R11"), reversal("R13", 77_00, "never"), payment("R14", 50_00, "C3"));
        List<String> expected = null;
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            forget();
            for (int i = 1; i <= 5; i++) {
                due("C" + i, "D" + i, i == 3 ? 2_000_00 : 1_000_00);
            }
            List<Posting> sent = new ArrayList<>(postings);
            for (int again = random.nextInt(postings.size()); again > 0; again--) {
                sent.add(postings.get(random.nextInt(postings.size())));
            }
            Collections.shuffle(sent, random);
            for (int from = 0; from < sent.size();) {
                int to = Math.min(sent.size(), from + 1 + random.nextInt(6));
                book.write(sent.subList(from, to), clock.instant());
                clock.pass(Duration.ofMinutes(1));
                from = to;
            }
            List<String> state = state();
            if (expected == null) {
                expected = state;
                assertThat(state).contains("C1 paid 0.00 CNY over 0.00 CNY", "C2 open 700.00 CNY over 0.00 CNY",
                        "C3 paid 0.00 CNY over 50.00 CNY", "C4 paid 0.00 CNY over 0.00 CNY",
                        "C5 paid 0.00 CNY over 200.00 CNY");
            }
            assertThat(state).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private void forget() {
        books.database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM payments");
            handle.execute("DELETE FROM cases");
        });
    }

    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (CaseView view : new SqlCaseDirectory(books.database, "CN").page(null, 100)) {
            state.add(view.card().caseRef() + " " + view.state() + " " + view.balance().due() + " over "
                    + view.balance().overpaid());
            book.of(view.card().id())
                    .stream()
                    .map(each -> view.card().caseRef() + " " + each.posting())
                    .sorted()
                    .forEach(state::add);
        }
        book.unmatched(null, 100)
                .stream()
                .map(each -> each.belonging() + " " + each.posting())
                .sorted()
                .forEach(state::add);
        return state;
    }

    private Written post(Posting... postings) {
        return book.write(List.of(postings), clock.instant());
    }

    private static Posting payment(String reference, long minor, @Nullable String caseRef) {
        return payment(reference, minor, caseRef, null);
    }

    private static Posting payment(String reference, long minor, @Nullable String caseRef,
            @Nullable String debtorRef) {
        return new Posting("Lender", reference, PostingKind.PAYMENT, cny(minor), LocalDate.of(2026, 11, 20), caseRef,
                debtorRef, null, null);
    }

    private static Posting reversal(String reference, long minor, String reversed) {
        return new Posting("Lender", reference, PostingKind.REVERSAL, cny(minor), LocalDate.of(2026, 11, 20), null,
                null, reversed, null);
    }

    private void due(String caseRef, String debtorRef, long minor) {
        CaseRow was = Books.row(caseRef, debtorRef, Books.mobile(Integer.parseInt(debtorRef.substring(1))));
        books.take(new CaseRow(2, was.caseRef(), was.debtorRef(), was.debtorName(), was.lender(), was.product(),
                cny(minor), was.principal(), was.dueDate(), was.overdueDays(), was.overduePeriods(), was.numbers(),
                was.region(), was.postalCode(), was.timezone(), was.language(), was.notes()));
    }

    private CaseView view(String caseRef) {
        return new SqlCaseDirectory(books.database, "CN").byRef(caseRef).orElseThrow();
    }

    private CaseId id(String caseRef) {
        return view(caseRef).card().id();
    }

    private static Money cny(long minor) {
        return new Money(minor, CNY);
    }
}
