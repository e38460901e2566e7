package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class ReservationBatchIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;

    ReservationBatchIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
    }

    @Test
    void eachSlotHasItsAnswerInOrderAndEachDecisionIsWritten() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));
        List<Slot> slots = List.of(new Slot(books.newId(), false), new Slot(books.newId(), true),
                new Slot(books.newId(), false));

        List<Reservation> answers = books.ledger(Books::allow).reserve("default", slots, Books.LATEST_ANSWER);

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isInstanceOfSatisfying(Reservation.Reserved.class, reserved -> {
            assertThat(reserved.id()).isEqualTo(slots.get(0).id());
            assertThat(reserved.card().caseRef()).isEqualTo("C1");
        });
        assertThat(answers.get(1)).isInstanceOfSatisfying(Reservation.Reserved.class, reserved -> {
            assertThat(reserved.id()).isEqualTo(slots.get(1).id());
            assertThat(reserved.card().caseRef()).isEqualTo("C2");
        });
        assertThat(answers.get(2)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(books.count("decisions WHERE verdict = 'allow'")).isEqualTo(2);
        assertThat(books.count("attempts WHERE agent_held")).isEqualTo(1);
    }

    @Test
    void whetherAnAgentIsHeldIsPartOfEachSlotsQuestion() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));
        List<Boolean> held = new ArrayList<>();

        books.ledger(question -> {
            held.add(question.agentHeld());
            return Books.allow(question);
        })
                .reserve("default", List.of(new Slot(books.newId(), true), new Slot(books.newId(), false)),
                        Books.LATEST_ANSWER);

        assertThat(held).containsExactly(true, false);
    }

    @Test
    void ofTwoCasesOfOneDebtorInABatchOnlyOneIsCalled() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D1", Books.mobile(2)));

        List<Reservation> answers = books.reserve(books.ledger(Books::allow), 2);

        assertThat(answers.get(0)).isInstanceOf(Reservation.Reserved.class);
        assertThat(answers.get(1)).isInstanceOfSatisfying(Reservation.Denied.class,
                denied -> assertThat(denied.decision().deniedBy()).containsExactly("ONE-CALL-AT-A-TIME"));
    }

    @Test
    void aReservationCountsForALaterCaseOfTheSameNumberAndOfTheSameHousehold() throws LedgerUnavailable {
        var home = new CaseNumber(Books.mobile(9), NumberRole.HOME, 2, null, null);
        books.take(Books.row("HUSBAND", "D1", "One", List.of(own(1), home)),
                Books.row("WIFE", "D2", "Two", List.of(own(2), home)));
        List<CallQuestion> asked = new ArrayList<>();

        List<Reservation> answers = books.reserve(books.ledger(question -> {
            asked.add(question);
            return Books.allow(question);
        }), 2);

        assertThat(answers).allMatch(answer -> answer instanceof Reservation.Reserved);
        CallQuestion wife = asked.get(1);
        assertThat(asked.getFirst().history().size()).isZero();
        assertThat(Books.calls(wife)).singleElement().satisfies(call -> {
            assertThat(call.callee().household()).isEqualTo(wife.callee().household());
            assertThat(call.callee().person()).isNotEqualTo(wife.callee().person());
            assertThat(call.result()).isEqualTo(CallResult.UNKNOWN);
            assertThat(call.callee().line()).isEqualTo(LineKind.MOBILE);
        });
    }

    @Test
    void aNumberThatAnEarlierCaseOfTheBatchTookIsBusyForALaterOne() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(1)));

        List<Reservation> answers = books.reserve(books.ledger(Books::allow), 2);

        assertThat(answers.get(1)).isInstanceOf(Reservation.Denied.class);
        assertThat(books.count("attempts")).isEqualTo(1);
    }

    @Test
    void theDatabasesClockRulesAndNotTheNodes() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        var ledger = new SqlAttemptLedger(books.database, Books.rules(Books::allow),
                databaseNow -> Books.MONDAY_NOON.plusSeconds(77));

        var reserved = (Reservation.Reserved) books.reserve(ledger);

        assertThat(reserved.at()).isEqualTo(Books.MONDAY_NOON.plusSeconds(77));
    }

    @Test
    void aCallThatAClockSetBackHasPutIntoTheFutureStillCounts() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.reserved();
        books.database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                                UPDATE attempts SET state = 'closed', outcome = 'busy', reserved_at = '2027-01-01', ended_at = '2027-01-01'
                                """));
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE cases SET next_call_at = '2026-01-01'"));
        List<CallQuestion> asked = new ArrayList<>();

        books.reserve(question -> {
            asked.add(question);
            return Books.deny(question);
        });

        assertThat(asked).singleElement().satisfies(question -> assertThat(question.history().size()).isEqualTo(1));
    }

    private static CaseNumber own(int nth) {
        return new CaseNumber(Books.mobile(nth), NumberRole.MOBILE, 1, null, null);
    }
}
