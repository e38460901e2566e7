package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.books.CadenceReport.Behind;
import com.callfloor.dialer.rules.books.CadenceReport.Why;
import com.callfloor.dialer.rules.books.OtherCalls.Origin;
import com.callfloor.dialer.rules.books.OtherCalls.OtherCall;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped target: 3 calls in 7 days to whoever was reached within 30, else 4. */
@ExtendWith(DatabaseExtension.class)
class CadenceReportIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlCadenceReport report;
    private final AgentId agent;

    CadenceReportIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.report = new SqlCadenceReport(books.database);
        this.agent = books.agent("li", "1001");
    }

    @Test
    void aCaseThatNobodyCameToLacksTheWholeTarget() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        assertThat(behind())
                .containsExactly(new Behind("C1", false, 0, 4, Why.NO_AGENTS, List.of(), clock.instant()));
    }

    @Test
    void aCaseThatWasCalledOftenEnoughIsNotBehindUntilTheWeekIsOver() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Instant first = clock.instant();
        Stream.generate(() -> Outcome.NO_ANSWER).limit(4).forEach(this::call);

        assertThat(behind()).isEmpty();
        clock.pass(Duration.between(clock.instant(), first.plus(Duration.ofDays(7))));

        assertThat(behind()).singleElement().satisfies(each -> {
            assertThat(each.calls()).isEqualTo(3);
            assertThat(each.wanted()).isEqualTo(4);
        });
    }

    @Test
    void whoWasReachedAboutOneCaseIsContactableForAllAndForgottenAfterAWhile() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        call(Outcome.CONNECTED);
        books.take(Books.row("C2", "D1", Books.mobile(1)), Books.row("C3", "D3", Books.mobile(3)));

        assertThat(behind()).extracting(CadenceReportIT::standing)
                .containsExactly("C3 0 of 4", "C2 0 of 3", "C1 1 of 3");
        clock.pass(Duration.ofDays(30));

        assertThat(behind()).extracting(CadenceReportIT::standing)
                .containsExactly("C1 0 of 4", "C2 0 of 4", "C3 0 of 4");
    }

    @ParameterizedTest
    @EnumSource(value = Disposition.class, names = {"VOICEMAIL", "NO_CONVERSATION", "WRONG_PARTY", "THIRD_PARTY",
            "PROMISE_TO_PAY"})
    void onlyAConversationWithTheDebtorReachesThem(Disposition said) throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AttemptId attempt = call(Outcome.CONNECTED);
        books.write(new FloorFact.Disposed(clock.instant(), attempt, agent, WrapUp.of(said, ""), List.of()));

        assertThat(behind()).extracting(Behind::contactable).containsExactly(said == Disposition.PROMISE_TO_PAY);
    }

    @Test
    void aConversationThatTheDebtorBeganReachesThemAndOneWithAContactDoesNot() throws Exception {
        books.take(withBrother());

        inbound(Books.mobile(2));
        assertThat(behind()).extracting(Behind::contactable).containsExactly(false);
        inbound(Books.mobile(1));
        assertThat(behind()).extracting(Behind::contactable).containsExactly(true);
    }

    @Test
    void aCallToAContactIsNoCallToTheDebtor() throws Exception {
        books.take(withBrother());
        books.database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                                INSERT INTO attempts (id, case_id, debtor_id, number_id, campaign_id, purpose, state, reserved_at, ended_at, outcome)
                                SELECT ?, c.id, l.debtor_id, l.number_id, c.campaign_id, 'information', 'closed', ?, ?, 'connected'
                                FROM debtor_numbers l JOIN cases c ON c.debtor_id = l.debtor_id WHERE l.role = 'contact'""",
                        books.newId().toString(), clock.instant(),
                        clock.instant()));
        clock.pass(Duration.ofMinutes(1));

        assertThat(behind()).extracting(CadenceReportIT::standing).containsExactly("C1 0 of 4");
    }

    @Test
    void aCapIsNamedWithItsRule() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        call(Outcome.NO_ANSWER);
        Reservation denied = books.reserve(books.ledger(
                TestPacks.of("ONE-A-DAY",
                        "counter: {scope: person, event: dispatched, limit: 1, period: calendar day}")));
        assertThat(denied).isInstanceOf(Reservation.Denied.class);

        assertThat(behind()).containsExactly(new Behind("C1", false, 1, 4, Why.CAP, List.of("ONE-A-DAY"),
                Instant.parse("2026-11-23T16:00:00Z")));
    }

    @Test
    void permittedHoursAreToldFromACap() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        Instant tomorrow = clock.instant().plus(Duration.ofHours(20));
        books.reserve(question -> Books.denial(question, new Verdict.NotBefore(tomorrow)));

        assertThat(behind()).containsExactly(new Behind("C1", false, 0, 4, Why.HOURS, List.of("TEST"), tomorrow));
    }

    @Test
    void aCaseWithoutANextTimeIsBlocked() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.reserve(Books::deny);

        assertThat(behind()).containsExactly(new Behind("C1", false, 0, 4, Why.BLOCKED, List.of("TEST"), null));
    }

    @Test
    void aCaseThatWaitsForItsNextCallIsPlannedWhateverWasSaidBefore() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.reserve(question -> Books.denial(question, new Verdict.NotBefore(question.at().plusSeconds(60))));
        clock.pass(Duration.ofMinutes(1));
        Instant later = clock.instant().plus(Duration.ofHours(3));
        books.write(books.closed(books.reserved().id(), Outcome.BUSY, later));

        assertThat(behind()).containsExactly(new Behind("C1", false, 1, 4, Why.PLANNED, List.of(), later));
    }

    @Test
    void thoseThatLackMostComeFirstAndNoMoreThanAskedFor() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        call(Outcome.NO_ANSWER);
        books.take(Books.row("C2", "D2", Books.mobile(2)), Books.row("C3", "D3", Books.mobile(3)));

        assertThat(report.behind(target(), clock.instant(), 2)).extracting(Behind::caseRef).containsExactly("C2", "C3");
        assertThat(behind()).extracting(Behind::caseRef).containsExactly("C2", "C3", "C1");
    }

    @Test
    void aWithdrawnCaseIsNobodysConcern() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE cases SET state = 'withdrawn'"));

        assertThat(behind()).isEmpty();
    }

    private static CaseRow withBrother() {
        var own = new CaseNumber(Books.mobile(1), NumberRole.MOBILE, 1, null, null);
        var brother = new CaseNumber(Books.mobile(2), NumberRole.CONTACT, 2, "Li", "brother");
        return Books.row("C1", "D1", "Debtor", List.of(own, brother));
    }

    private List<Behind> behind() throws Exception {
        return report.behind(target(), clock.instant(), 100);
    }

    private static Duty.Cadence target() throws Exception {
        return TestPacks.shipped("floor")
                .duties()
                .stream()
                .filter(Duty.Cadence.class::isInstance)
                .map(Duty.Cadence.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String standing(Behind each) {
        return each.caseRef() + " " + each.calls() + " of " + each.wanted();
    }

    /** One call that takes a minute; its case is due again at once. */
    private AttemptId call(Outcome outcome) {
        try {
            AttemptId attempt = books.reserved().id();
            clock.pass(Duration.ofMinutes(1));
            books.write(books.closed(attempt, outcome, clock.instant()));
            return attempt;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void inbound(PhoneNumber from) {
        new SqlOtherCalls(books.database).note(new OtherCall("C1", from, clock.instant(), Direction.IN,
                CallResult.CONVERSATION, true, Origin.INBOUND, "Agent li"));
        clock.pass(Duration.ofMinutes(1));
    }
}
