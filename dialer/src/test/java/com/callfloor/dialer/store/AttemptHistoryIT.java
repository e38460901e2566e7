package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class AttemptHistoryIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;

    AttemptHistoryIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
    }

    @Test
    void theNumberLongestNotTriedIsTriedFirst() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1), Books.mobile(2), Books.mobile(3)));
        List<PhoneNumber> called = new ArrayList<>();

        for (int call = 0; call < 5; call++) {
            Reservation.Reserved reserved = books.reserved();
            called.add(reserved.number());
            clock.pass(Duration.ofMinutes(10));
            books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, clock.instant()));
        }

        assertThat(called).containsExactly(Books.mobile(1), Books.mobile(2), Books.mobile(3), Books.mobile(1),
                Books.mobile(2));
    }

    @Test
    void aDebtorWithACallUnderWayIsNotCalledForAnotherCaseUntilItIsOver() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D1", Books.mobile(1), Books.mobile(2)));
        Reservation.Reserved first = books.reserved();

        Reservation meanwhile = books.reserve(Books::allow);
        books.write(books.closed(first.id(), Outcome.CONNECTED, clock.instant().plus(Duration.ofDays(1))));
        clock.pass(Duration.ofMinutes(5));

        assertThat(meanwhile).isInstanceOfSatisfying(Reservation.Denied.class,
                denied -> assertThat(denied.decision().deniedBy()).containsExactly("ONE-CALL-AT-A-TIME"));
        assertThat(books.reserved().card().caseRef()).isEqualTo("C2");
    }

    @Test
    void theRulesSeeEveryAttemptToTheDebtorAndToTheNumberWhoeverItWasFor() throws LedgerUnavailable {
        PhoneNumber shared = Books.mobile(7);
        books.take(Books.row("HUSBAND", "D1", shared));
        Reservation.Reserved husband = books.reserved();
        books.write(books.closed(husband.id(), Outcome.NO_ANSWER, clock.instant().plus(Duration.ofDays(1))));
        clock.pass(Duration.ofMinutes(1));
        books.take(Books.row("WIFE", "D2", shared));
        List<PastCall> history = new ArrayList<>();

        books.reserve(question -> {
            history.addAll(Books.calls(question));
            return Books.deny(question);
        });

        long number = books.one(Long.class, "SELECT id FROM phone_numbers");
        long one = books.one(Long.class, "SELECT id FROM debtors WHERE ref = 'D1'");
        long debt = books.one(Long.class, "SELECT id FROM cases WHERE ref = 'HUSBAND'");
        assertThat(history).containsExactly(new PastCall(husband.at(),
                new Callee(one, debt, debt, one, number, LineKind.MOBILE), Direction.OUT, CallResult.NO_ANSWER, false));
    }

    @Test
    void attemptsBeyondTheReachOfEveryRuleAreLeftOut() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        oneCallThenADay();
        oneCallThenADay();
        clock.pass(Books.REACH.minus(Duration.ofDays(1)).minusSeconds(1));
        List<PastCall> history = new ArrayList<>();

        books.reserve(question -> {
            history.addAll(Books.calls(question));
            return Books.deny(question);
        });

        assertThat(history).extracting(PastCall::at).containsExactly(Books.MONDAY_NOON.plus(Duration.ofDays(1)));
    }

    private void oneCallThenADay() throws LedgerUnavailable {
        Reservation.Reserved reserved = books.reserved();
        clock.pass(Duration.ofDays(1));
        books.write(books.closed(reserved.id(), Outcome.NO_ANSWER, clock.instant()));
    }

    @Test
    void aRestartedDialerFindsItsOpenAttemptsAsTheyWere() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)),
                Books.row("C3", "D3", Books.mobile(3)));
        AttemptId justReserved = books.reserved().id();
        AttemptId talking = books.reserved().id();
        AttemptId over = books.reserved().id();
        var agent = books.agent("li", "1001");
        Instant at = clock.instant().plusSeconds(5);
        books.write(new FloorFact.Dialed(at, talking, "carrier", null), new FloorFact.Rang(at, talking),
                new FloorFact.Answered(at, talking), new FloorFact.Connected(at.plusMillis(2), talking, agent),
                books.closed(over, Outcome.BUSY, at));

        List<OpenAttempt> open = books.ledger(Books::allow).openAttempts();

        assertThat(open).extracting(OpenAttempt::id).containsExactlyInAnyOrder(justReserved, talking);
        assertThat(open).filteredOn(attempt -> attempt.id().equals(talking)).singleElement().satisfies(attempt -> {
            assertThat(attempt.answeredAt()).isEqualTo(at);
            assertThat(attempt.connectedAt()).isEqualTo(at.plusMillis(2));
            assertThat(attempt.agent()).isEqualTo(agent);
            assertThat(attempt.number()).isEqualTo(Books.mobile(2));
            assertThat(attempt.card().caseRef()).isEqualTo("C2");
        });
    }

    @Test
    void aReservationTellsWhoTalkedToTheDebtorLastForWhicheverCaseAndWhoAgreedToCallBack() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D1", Books.mobile(2)));
        var li = books.agent("li", "1001");
        var wang = books.agent("wang", "1002");
        Reservation.Reserved first = books.reserved();
        assertThat(first.pastAgents()).isEqualTo(PastAgents.NONE);

        talk(first, li, Disposition.CALL_BACK);
        Reservation.Reserved callBack = books.reserved();
        talk(callBack, wang, Disposition.REFUSES);
        Reservation.Reserved later = books.reserved();
        books.write(books.closed(later.id(), Outcome.NO_ANSWER, clock.instant()));
        clock.pass(Duration.ofMinutes(30));

        assertThat(callBack.pastAgents()).isEqualTo(new PastAgents(Optional.of(li), Optional.of(li)));
        assertThat(books.reserved().pastAgents()).as("the conversation since has overtaken it, the try has not")
                .isEqualTo(new PastAgents(Optional.of(wang), Optional.empty()));
    }

    private void talk(Reservation.Reserved reserved, AgentId agent, Disposition disposition) {
        Instant at = clock.instant();
        books.write(new FloorFact.Answered(at, reserved.id()), new FloorFact.Connected(at, reserved.id(), agent),
                books.closed(reserved.id(), Outcome.CONNECTED, at),
                new FloorFact.Disposed(at, reserved.id(), agent, WrapUp.of(disposition, null), List.of()));
        clock.pass(Duration.ofMinutes(30));
    }

    @Test
    void theCardHoldsTheLatestAttemptsWithWhatWasSaid() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        var agent = books.agent("li", "1001");
        for (int call = 1; call <= 12; call++) {
            AttemptId attempt = books.reserved().id();
            Instant at = clock.instant();
            books.write(new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                    books.closed(attempt, Outcome.CONNECTED, at),
                    new FloorFact.Disposed(at, attempt, agent,
                            WrapUp.of(Disposition.CALL_BACK, "call " + call), List.of()));
            clock.pass(Duration.ofMinutes(30));
        }

        var history = books.reserved().card().history();

        assertThat(history).hasSize(10);
        assertThat(history.getFirst().note()).isEqualTo(Words.same("call 12"));
        assertThat(history.getFirst().agentName()).isEqualTo("Agent li");
        assertThat(history.getFirst().disposition()).isEqualTo("call_back");
        assertThat(history.getFirst().numberMasked()).isEqualTo(Books.mobile(1).masked()).contains("*");
        assertThat(history.getLast().note()).isEqualTo(Words.same("call 3"));
    }
}
