package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent's nailed-up phone goes away in mid-talk. */
class LostAgentsTest extends FloorScenario {
    {
        backWithin = Duration.ofSeconds(20);
    }

    private AttemptId talking(Floor floor) {
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));
        clock.pass(Duration.ofSeconds(30));
        return attempt;
    }

    private void loses(LegId leg) {
        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NONE));
        thread.tick();
    }

    @Test
    void thePhoneThatIsBackIsJoinedAgainAndNothingElseChanges() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());

        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(floor.current().pops()).containsKey(ANN);
        clock.pass(Duration.ofSeconds(4));
        thread.tick();
        LegId again = pbx.rung.getLast();
        assertThat(again).isNotEqualTo(pbx.rung.getFirst());
        tell(new PbxEvent.AgentLegUp(now(), again));
        thread.tick();
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(attempt, again));
        tell(new PbxEvent.Connected(now(), attempt, again));

        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(pbx.hungUp).isEmpty();
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(closed(attempt).note()).isNull();
        assertThat(attemptFacts(attempt)).extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Dialed", "Answered", "Connected", "Closed");
    }

    @Test
    void aJoinThatFailsIsTriedOnceMore() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());
        clock.pass(Duration.ofSeconds(1));
        thread.tick();
        LegId again = pbx.rung.getLast();
        tell(new PbxEvent.AgentLegUp(now(), again));
        thread.tick();
        int joins = pbx.joined.size();

        tell(new PbxEvent.ConnectFailed(now(), attempt, again, Words.same("too late")));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();

        assertThat(pbx.joined).hasSize(joins + 1);
        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);
    }

    @Test
    void whoeverIsFreeTakesOverFromAnAgentWhoStaysAway() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());
        ready(floor, BO);
        LegId bo = legOf(BO);
        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);

        clock.pass(Duration.ofSeconds(21));
        thread.tick();
        thread.tick();

        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(attempt, bo));
        tell(new PbxEvent.Connected(now(), attempt, bo));
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.OnBreak(now(), AgentState.OnBreak.HEADSET_LOST));
        assertThat(floor.current().pops()).containsKey(BO);
        assertThat(facts).contains(new FloorFact.PassedOn(now(), attempt, BO));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(stateOf(floor, BO)).isEqualTo(new AgentState.WrapUp(now(), attempt));
    }

    @Test
    void aTalkThatNobodyTakesOverEndsAsWhatItWasAndSaysWhy() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());
        clock.pass(Duration.ofSeconds(24));
        thread.tick();

        tell(new PbxEvent.LeftAlone(now(), attempt));
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), attempt));
        clock.pass(Duration.ofSeconds(12));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(english(closed(attempt).note())).contains("did not come back within 20 s");
    }

    @Test
    void aDebtorWhoDoesNotWaitLeavesTheWrapUp() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());

        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(english(closed(attempt).note())).contains("did not wait");
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), attempt));
    }

    @Test
    void aPageThatLeavesEndsItsLegAndTheNextOneIsRungSoon() {
        Floor floor = openFloor(List.of());
        talking(floor);
        LegId leg = pbx.rung.getFirst();

        floor.phoneGone(new Extension("1001"));
        thread.runAll();
        clock.pass(Duration.ofMillis(600));
        thread.tick();

        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(pbx.rung).hasSize(2);
    }

    private AttemptId held(Floor floor) {
        AttemptId attempt = talking(floor);
        var asked = asked(floor.talks().hold(attempt, ANNS));
        tell(new PbxEvent.Held(now(), attempt));
        assertThat(asked).isDone();
        return attempt;
    }

    @Test
    void whoeverPutTheDebtorOnHoldComesBackToAHoldAndNotToATalk() {
        Floor floor = openFloor(List.of());
        held(floor);
        loses(pbx.rung.getFirst());
        clock.pass(Duration.ofSeconds(4));
        thread.tick();
        int joins = pbx.joined.size();

        tell(new PbxEvent.AgentLegUp(now(), pbx.rung.getLast()));
        clock.pass(Duration.ofSeconds(40));
        thread.tick();

        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        assertThat(pbx.joined).hasSize(joins);
        assertThat(pbx.leftAlone).isEmpty();
    }

    @Test
    void aDebtorOnHoldWhoseAgentStaysAwayTalksToWhoeverIsFree() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = held(floor);
        loses(pbx.rung.getFirst());
        ready(floor, BO);
        LegId bo = legOf(BO);
        clock.pass(Duration.ofSeconds(21));
        thread.tick();
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(attempt, bo));
        tell(new PbxEvent.ConnectFailed(now(), attempt, bo, Words.same("too late")));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();

        tell(new PbxEvent.Connected(now(), attempt, bo));

        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnBreak.class);
        assertThat(floor.current().pops()).containsOnlyKeys(BO);
        assertThat(facts).contains(new FloorFact.HoldEnded(now(), attempt, HoldEnd.RESUMED));
    }

    @Test
    void aDebtorOnHoldWhomNobodyTakesHearsTheMessage() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = held(floor);
        loses(pbx.rung.getFirst());
        clock.pass(Duration.ofSeconds(21));
        thread.tick();
        assertThat(pbx.leftAlone).isEmpty();
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        thread.tick();
        assertThat(pbx.leftAlone).containsExactly(attempt);

        tell(new PbxEvent.LeftAlone(now(), attempt));

        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), attempt));
        assertThat(facts).contains(new FloorFact.HoldEnded(now(), attempt, HoldEnd.CALL_ENDED));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void afterARestartTheDebtorWhoWaitsIsFoundAndJoined() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        restartedIn(open);

        link(List.of(new LiveAttempt(open.id(), true, Optional.empty())), List.of(leg));
        thread.tick();

        assertThat(pbx.joined).containsExactly(new FakePbx.Join(open.id(), leg));
        assertThat(pbx.hungUp).isEmpty();
    }

    @Test
    void whoeverHangsUpAPhoneThatIsRungPerCallWantsTheCallToEnd() {
        headsets = Headsets.RUNG_PER_CALL;
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        wish(floor, ANN, new AgentWish.Ready());
        thread.tick();
        tell(new PbxEvent.AgentLegUp(now(), pbx.rung.getLast()));
        thread.tick();
        AttemptId attempt = onlyDialed();
        assertThat(pbx.dialed.getFirst().waitsForAgent()).isZero();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));

        loses(pbx.rung.getFirst());

        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void theAgentMayEndACallFromThePageWhileThePhoneIsAway() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        loses(pbx.rung.getFirst());

        answerOf(floor.hangUp(attempt, new Requester.OwnAgent(new AgentId(1))));

        assertThat(pbx.hungUp).containsExactly(attempt);
    }
}
