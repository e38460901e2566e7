package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets a debtor who wants to be called again, and when. */
class CallBacksIT extends OutcomeScenario {
    CallBacksIT(TestSchemas schemas) {
        super(schemas);
    }

    @Test
    void aCallBackThatIsNotedWhileTheDebtorIsStillAskedStandsAfterTheCall() throws LedgerUnavailable {
        books.take(Books.row("C2", "D2", Books.mobile(2)));
        Reservation.Reserved reserved = books.reserved();
        attempt = reserved.id();
        caseId = reserved.card().id();
        Instant now = clock.instant();
        books.write(new FloorFact.Answered(now, attempt), new FloorFact.Connected(now, attempt, agent),
                new FloorFact.TalkEnded(now, attempt));
        Instant at = now.plus(Duration.ofHours(2));
        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        books.write(new FloorFact.Rated(now, attempt, 4), new FloorFact.Rated(now, attempt, 1),
                books.closed(attempt, Outcome.CONNECTED, now.plus(Duration.ofDays(1))));

        assertThat(nextCall()).isEqualTo(at);
        assertThat(books.one(Integer.class, "SELECT satisfaction FROM attempts WHERE id = ?", attempt.toString()))
                .as("the first key")
                .isEqualTo(4);
    }

    @Test
    void aCallBackIsOfferedToItsAgentFirstAndAfterAWhileToOthers() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        AgentId other = books.agent("wang", "1002");

        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        assertThat(nextCall()).isEqualTo(at);
        assertThat(open(TaskKind.CALL_BACK)).singleElement().satisfies(task -> {
            assertThat(task.agent()).contains(agent);
            assertThat(task.dueAt()).isEqualTo(at);
        });
        nowIs(at.minusSeconds(1));
        assertThat(reserve(agent)).isInstanceOf(Reservation.NothingDue.class);
        nowIs(at.plusSeconds(1));
        assertThat(reserve(other)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(reserve(agent)).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> assertThat(reserved.pastAgents().callBack()).contains(agent));
    }

    @Test
    void aCallBackThatItsAgentDoesNotTakeGoesToWhoeverIsFree() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        AgentId other = books.agent("wang", "1002");
        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        nowIs(at.plus(Duration.ofMinutes(10)));

        assertThat(reserve(other)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void aCallBackForAnybodyIsKeptForNobodyAndTheNextConversationFulfilsIt() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        say(Disposition.CALL_BACK, new Details.CallBack(at, false, FollowUpSamples.PLAN.zone()));
        nowIs(at);

        assertThat(reserve(books.agent("wang", "1002"))).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> {
                    assertThat(reserved.pastAgents().callBack()).isEmpty();
                    attempt = reserved.id();
                });
        books.write(books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))));
        say(Disposition.REFUSES, new Details.None());

        assertThat(open(TaskKind.CALL_BACK)).isEmpty();
    }
}
