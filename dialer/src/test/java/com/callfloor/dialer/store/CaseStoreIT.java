package com.callfloor.dialer.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.NumberView;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.CaseStore.Written;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class CaseStoreIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlCaseStore store;
    private final SqlCaseDirectory directory;

    CaseStoreIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.store = new SqlCaseStore(books.database);
        this.directory = new SqlCaseDirectory(books.database, "CN");
    }

    private Written write(CaseRow... rows) {
        return store.write(store.beginImport("cases.csv", clock.instant()), List.of(rows), clock.instant());
    }

    @Test
    void theSameRowsAgainUpdateAndAddNothing() {
        CaseRow[] rows = {Books.row("C1", "D1", Books.mobile(1), Books.mobile(2)),
                Books.row("C2", "D1", Books.mobile(2)), Books.row("C3", "D2", Books.mobile(2))};

        assertThat(write(rows)).isEqualTo(new Written(3, 0));
        assertThat(write(rows)).isEqualTo(new Written(0, 3));

        assertThat(books.count("cases")).isEqualTo(3);
        assertThat(books.count("debtors")).as("one person across cases").isEqualTo(2);
        assertThat(books.count("phone_numbers")).as("one row a telephone").isEqualTo(2);
        assertThat(books.count("debtor_numbers")).isEqualTo(3);
    }

    @Test
    void aKnownCaseTakesNewDataAndKeepsItsHistoryAndItsNextTime() throws LedgerUnavailable {
        write(Books.row("C1", "D1", Books.mobile(1)));
        Reservation.Reserved reserved = books.reserved();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, tomorrow));
        clock.pass(Duration.ofHours(2));
        CaseRow was = Books.row("C1", "D1", Books.mobile(1));
        Money less = new Money(5_000, Currency.getInstance("CNY"));

        write(new CaseRow(2, was.caseRef(), was.debtorRef(), "New Name", null, null, less, null,
                LocalDate.of(2026, 10, 1), null, null, was.numbers(), null, null, null, null, null));

        CaseView view = directory.byRef("C1").orElseThrow();
        assertThat(view.card().amountDue()).isEqualTo(less);
        assertThat(view.card().debtorName()).isEqualTo("New Name");
        assertThat(view.card().principal()).isNull();
        assertThat(view.nextCallAt()).isEqualTo(tomorrow);
        assertThat(view.card().history()).singleElement()
                .satisfies(past -> assertThat(past.outcome()).isEqualTo("no_answer"));
    }

    @Test
    void aCaseWithNobodyToCallIsDueAgainWhenANewNumberArrives() throws LedgerUnavailable {
        write(Books.row("C1", "D1", Books.mobile(1)));
        books.write(books.closed(books.reserved().id(), Outcome.INVALID, clock.instant()));
        books.reserve(Books::allow);
        clock.pass(Duration.ofHours(2));

        write(Books.row("C1", "D1", Books.mobile(1)));
        assertThat(directory.byRef("C1").orElseThrow().nextCallAt()).as("the dead number again").isNull();

        write(Books.row("C1", "D1", Books.mobile(1), Books.mobile(2)));
        assertThat(directory.byRef("C1").orElseThrow().nextCallAt()).isEqualTo(clock.instant());
        assertThat(books.reserved().number()).isEqualTo(Books.mobile(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zhang\r\nAction: Originate", "O'Neill \"Bob\" \\", "😀 party", "𠮷野 𡃁",
            "'; DROP TABLE cases; --",
            "Robert'); DELETE FROM debtors WHERE ('1'='1", ":ref <refs> ? #{x} ${y}", "欧阳娜娜", "\\N",
            "a\tb\\t\nc\u0000d\\"})
    void aNameIsKeptToTheLetterAndDoesNothing(String name) {
        CaseNumber own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        CaseNumber contact = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, name, name);

        write(Books.row("C1", "D1", name, List.of(own, contact)));

        assertThat(directory.byRef("C1").orElseThrow().card().debtorName()).isEqualTo(name);
        assertThat(books.one(String.class, "SELECT contact_name FROM debtor_numbers WHERE role = 'contact'"))
                .isEqualTo(name);
        assertThat(books.count("cases")).isEqualTo(1);
    }

    @Test
    void referencesThatDifferInCaseOrAccentAreDifferentCases() {
        assertThat(write(Books.row("a1", "D1", Books.mobile(1)), Books.row("A1", "D1", Books.mobile(1)),
                Books.row("á1", "D1", Books.mobile(1)))).isEqualTo(new Written(3, 0));
        assertThat(directory.byRef("' OR '1'='1")).isEmpty();
    }

    @Test
    void ofRowsWithOneReferenceTheLastOneCounts() {
        assertThat(write(Books.row("C1", "D1", Books.mobile(1)), Books.row("C1", "D2", Books.mobile(2))))
                .isEqualTo(new Written(1, 1));
        assertThat(directory.byRef("C1").orElseThrow().debtorRef()).isEqualTo("D2");
    }

    @Test
    void aRowInTwoCurrenciesIsRefusedByLine() {
        CaseRow row = Books.row("C1", "D1", Books.mobile(1));
        var mixed = new CaseRow(17, "C1", "D1", "x", null, null, row.amountDue(),
                new Money(1, Currency.getInstance("USD")), row.dueDate(), null, null, row.numbers(), null, null, null,
                null, null);

        assertThatThrownBy(() -> write(mixed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 17, case C1")
                .hasMessageContaining("one currency");
    }

    @Test
    void twoFilesWithTheSameCasesAtTheSameTimeBothGetIn() throws Exception {
        List<CaseRow> rows = new ArrayList<>();
        for (int nth = 0; nth < 300; nth++) {
            rows.add(Books.row("C" + nth, "D" + nth % 100, Books.mobile(nth % 70), Books.mobile(nth % 50)));
        }
        Callable<Written> forwards = () -> write(rows.toArray(CaseRow[]::new));
        Callable<Written> backwards = () -> write(rows.reversed().toArray(CaseRow[]::new));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Written> done : threads.invokeAll(List.of(forwards, backwards, forwards, backwards))) {
                assertThat(done.get().added() + done.get().updated()).isEqualTo(300);
            }
        }

        assertThat(books.count("cases")).isEqualTo(300);
    }

    @Test
    void twoFilesThatMakeTheSameDebtorsAtTheSameTimeBothCountForThem() throws Exception {
        // Given files of different cases of the same debtors, that nobody knows yet
        List<CaseRow> some = new ArrayList<>();
        List<CaseRow> others = new ArrayList<>();
        for (int nth = 0; nth < 300; nth++) {
            some.add(Books.row("A" + nth, "D" + nth, "First " + nth,
                    List.of(new CaseNumber(Books.mobile(nth), NumberRole.MOBILE, 1, null, null))));
            others.add(Books.row("B" + nth, "D" + nth, "Second " + nth,
                    List.of(new CaseNumber(Books.mobile(1_000 + nth), NumberRole.MOBILE, 1, null, null))));
        }

        // When
        Callable<Written> one = () -> write(some.toArray(CaseRow[]::new));
        Callable<Written> other = () -> write(others.reversed().toArray(CaseRow[]::new));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Written> done : threads.invokeAll(List.of(one, other))) {
                assertThat(done.get()).isEqualTo(new Written(300, 0));
            }
        }

        // Then each debtor has the numbers of both cases, and the name of the first
        assertThat(books.count("debtors WHERE name LIKE 'First %'")).isEqualTo(300);
        assertThat(books.count("debtor_numbers WHERE valid")).isEqualTo(600);
        assertThat(
                books.count("cases c JOIN debtors d ON d.id = c.debtor_id WHERE SUBSTR(c.ref, 2) = SUBSTR(d.ref, 2)"))
                .isEqualTo(600);
    }

    @Test
    void twoFilesOfDifferentDebtorsThatShareNewNumbersAtTheSameTimeBothGetIn() throws Exception {
        List<CaseRow> some = new ArrayList<>();
        List<CaseRow> others = new ArrayList<>();
        for (int nth = 0; nth < 300; nth++) {
            some.add(Books.row("A" + nth, "DA" + nth, Books.mobile(nth)));
            others.add(Books.row("B" + nth, "DB" + nth, Books.mobile(600 - nth), Books.mobile(nth)));
        }

        Callable<Written> one = () -> write(some.toArray(CaseRow[]::new));
        Callable<Written> other = () -> write(others.toArray(CaseRow[]::new));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Written> done : threads.invokeAll(List.of(one, other))) {
                assertThat(done.get()).isEqualTo(new Written(300, 0));
            }
        }

        assertThat(books.count("phone_numbers")).isEqualTo(600);
        assertThat(books.count("debtor_numbers")).isEqualTo(900);
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAndNeverCut() {
        CaseRow fits = Books.row("C1", "D1", Books.mobile(1));
        var tooLong = new CaseRow(3, "C2", "D2", "x", "L".repeat(501), null, fits.amountDue(), null, fits.dueDate(),
                null, null, fits.numbers(), null, null, null, null, null);

        assertThatThrownBy(() -> write(fits, tooLong)).rootCause().isInstanceOf(SQLException.class);

        assertThat(books.count("cases")).as("all of a batch or nothing").isZero();
        assertThat(write(fits)).isEqualTo(new Written(1, 0));
    }

    @Test
    void aKnownCaseThatMovesToANewDebtorWithANumberIsDueAgain() throws LedgerUnavailable {
        write(Books.row("C1", "D1", Books.mobile(1)));
        books.write(books.closed(books.reserved().id(), Outcome.INVALID, clock.instant()));
        books.reserve(Books::allow);
        assertThat(directory.byRef("C1").orElseThrow().nextCallAt()).isNull();

        write(Books.row("C1", "D2", Books.mobile(2)));

        assertThat(directory.byRef("C1").orElseThrow().nextCallAt()).isEqualTo(clock.instant());
    }

    @Test
    void anImportKeepsItsResult() {
        long id = store.beginImport("cases.csv", clock.instant());

        store.endImport(id, clock.instant(), 1_180, 20);

        assertThat(books.count("imports WHERE good = 1180 AND bad = 20 AND ended_at IS NOT NULL")).isEqualTo(1);
    }

    @Test
    void pagesGoThroughAllCasesOnceWithTheirNumbersMasked() {
        CaseNumber own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        CaseNumber contact = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, "Li", "brother");
        write(Books.row("C1", "D1", "One", List.of(contact, own)), Books.row("C2", "D2", Books.mobile(3)),
                Books.row("C3", "D3", Books.mobile(4)));

        List<CaseView> first = directory.page(null, 2);
        List<CaseView> rest = directory.page(first.getLast().card().id(), 2);

        assertThat(first).extracting(view -> view.card().caseRef()).containsExactly("C1", "C2");
        assertThat(rest).extracting(view -> view.card().caseRef()).containsExactly("C3");
        assertThat(first.getFirst().numbers()).containsExactly(
                new NumberView(Books.mobile(1).masked(), NumberRole.MOBILE, 1, true),
                new NumberView(Books.mobile(2).masked(), NumberRole.CONTACT, 2, true));
        assertThat(directory.byId(first.getFirst().card().id())).contains(first.getFirst());
    }

    @Test
    void aTimelineTellsWhatHappenedOldestFirst() throws LedgerUnavailable {
        write(Books.row("C1", "D1", Books.mobile(1)));
        var agent = books.agent("li", "1001");
        var attempt = books.reserved().id();
        Instant at = clock.instant().plusSeconds(9);
        books.write(new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                books.closed(attempt, Outcome.CONNECTED, at),
                new FloorFact.Disposed(at.plusSeconds(60), attempt, agent,
                        WrapUp.of(Disposition.CLAIMS_PAID, "by card"), List.of()));

        var timeline = directory.timeline(directory.byRef("C1").orElseThrow().card().id());

        assertThat(timeline).extracting(entry -> entry.kind())
                .containsExactly("attempt", "conversation",
                        "disposition");
        assertThat(timeline.getFirst().code()).isEqualTo("connected");
        assertThat(timeline.getLast().text()).isEqualTo(Words.same("by card"));
        assertThat(timeline).allMatch(entry -> "Agent li".equals(entry.agentName()));
    }
}
