package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CallsTest extends FloorScenario {
    @Test
    void aDueCaseIsDialedForAFreeAgentAndTheConversationIsWrittenFromStartToEnd() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);

        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Ringing(now(), attempt));
        tell(new PbxEvent.Answered(now(), attempt));
        LegId leg = pbx.joined.getFirst().leg();
        assertThat(floor.current().pops()).hasEntrySatisfying(ANN,
                pop -> assertThat(pop.card().caseRef()).isEqualTo("C-1"));
        tell(new PbxEvent.Connected(now(), attempt, leg));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        var reply = floor.dispose(attempt, ANN, WrapUp.of(Disposition.REFUSES, "Friday")).toCompletableFuture();
        thread.runAll();

        assertThat(reply.join()).isEqualTo(new Accepted());
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(attemptFacts(attempt)).extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Dialed", "Rang", "Answered", "Connected", "Closed", "Disposed");
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(recordings).singleElement().satisfies(call -> assertThat(call.attempt()).isEqualTo(attempt));
    }

    @Test
    void whatFollowsFromADispositionIsWrittenWithIt() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        WrapUp wrapUp = WrapUp.of(Disposition.COMPLAINT, null);

        var unused = floor.dispose(attempt, ANN, wrapUp);
        thread.runAll();

        assertThat(attemptFacts(attempt).getLast()).isEqualTo(new FloorFact.Disposed(now(), attempt, ANN, wrapUp,
                FollowUpSamples.PLAN.after(wrapUp, now())));
    }

    @Test
    void progressivePlacesOneCallForEachFreeAgent() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(10);
        ready(floor, ANN);
        ready(floor, BO);

        thread.tick();

        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void aBusyNumberIsClosedWithItsCauseAndTheNextCaseIsDialed() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(2);
        ready(floor, ANN);
        AttemptId first = onlyDialed();

        tell(new PbxEvent.Ended(now(), first, BUSY));

        assertThat(closed(first).outcome()).isEqualTo(Outcome.BUSY);
        assertThat(closed(first).cause()).isEqualTo(BUSY);
        assertThat(closed(first).rang()).isFalse();
        assertThat(recordings).isEmpty();
        assertThat(pbx.dialed).hasSize(2);
    }

    /** The network may take its time to find the phone; that must not come off the 15 s that the rules demand. */
    @Test
    void aPhoneThatIsFoundLateStillRingsForTheConfiguredTime() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        assertThat(pbx.dialed.getFirst().ringTimeout()).as("set-up and ring").isEqualTo(Duration.ofSeconds(3 + 25));

        clock.pass(Duration.ofSeconds(3));
        tell(new PbxEvent.Ringing(now(), attempt));
        clock.pass(Duration.ofSeconds(25));
        thread.tick();
        assertThat(pbx.hungUp).isEmpty();
        clock.pass(Duration.ofMillis(100));
        thread.tick();

        assertThat(pbx.hungUp).containsExactly(attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(closed(attempt).note()).isNull();
    }

    @Test
    void noCallIsPlacedThatWouldRingForLessThanFifteenSeconds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DialRequest(AttemptId.next(now(), new Random(1)),
                new PhoneNumber("+8613800138000"), "carrier", null, Duration.ofMillis(14_999),
                DialRequest.MessageLanguage.ZH, AnsweringMachines.OFF, Duration.ZERO, false))
                .withMessageContaining("15 s");
    }

    @Test
    void theAgentWhoHasBeenFreeLongestTakesTheCall() {
        Floor floor = openFloor(List.of());
        ready(floor, BO);
        clock.pass(Duration.ofSeconds(5));
        ready(floor, ANN);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.runAll();

        tell(new PbxEvent.Answered(now(), onlyDialed()));

        assertThat(pbx.joined.getFirst().leg().agent()).isEqualTo(BO);
    }

    @Test
    void whoAnswersWhenTheAgentHasLeftIsAbandonedByThePbxMessage() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        wish(floor, ANN, new AgentWish.SignedOut());

        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.MessageStarted(now(), attempt));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(pbx.joined).isEmpty();
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(recordings).hasSize(1);
    }

    @Test
    void whoWaitsIsServedByTheFirstAgentToGetFree() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        wish(floor, ANN, new AgentWish.SignedOut());
        tell(new PbxEvent.Answered(now(), attempt));

        ready(floor, BO);

        assertThat(pbx.joined).singleElement().satisfies(join -> assertThat(join.leg().agent()).isEqualTo(BO));
    }

    @Test
    void aJoinThatFailsGivesTheDebtorToAnotherAgent() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        clock.pass(Duration.ofSeconds(1));
        ready(floor, BO);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.runAll();
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        clock.pass(Duration.ofMillis(50));

        tell(new PbxEvent.ConnectFailed(now(), attempt, pbx.joined.getFirst().leg(), Words.same("no such channel")));

        assertThat(pbx.joined).hasSize(2);
        assertThat(pbx.joined.getLast().leg().agent()).isEqualTo(BO);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void anAgentLeavesNeitherAConversationNorItsWrapUpBeforeTheDisposition() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));

        wish(floor, ANN, new AgentWish.SignedOut());
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        wish(floor, ANN, new AgentWish.SignedOut());
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }
}
