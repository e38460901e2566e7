package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The talk is over, the line is not: the debtor is asked how satisfied they are. */
class SatisfactionTest extends FloorScenario {
    {
        campaigns = List.of(Campaign.in("default", "Default", CampaignMode.PROGRESSIVE).asking(true));
    }

    private AttemptId talking(Floor floor) {
        ledger.dueCases(2);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));
        clock.pass(Duration.ofSeconds(30));
        return attempt;
    }

    private void endsTheTalk(Floor floor, AttemptId attempt) {
        answerOf(floor.hangUp(attempt, ANNS));
    }

    @Test
    void theAgentWrapsUpAndTakesTheNextCallWhileTheDebtorIsAsked() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        assertThat(pbx.dialed.getFirst().asksSatisfaction()).isTrue();

        endsTheTalk(floor, attempt);
        assertThat(pbx.asked).containsExactly(attempt);
        assertThat(pbx.hungUp).isEmpty();
        tell(new PbxEvent.Asked(now(), attempt));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        var reply = floor.dispose(attempt, ANN, WrapUp.of(Disposition.REFUSES, null)).toCompletableFuture();
        thread.runAll();
        AttemptId next = lastDialed();
        assertThat(next).as("nobody counts on the debtor who is asked").isNotEqualTo(attempt);
        tell(new PbxEvent.Answered(now(), next));
        clock.pass(Duration.ofSeconds(5));
        tell(new PbxEvent.Rated(now(), attempt, 4));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(attemptFacts(attempt)).extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Dialed", "Answered", "Connected", "TalkEnded", "Disposed", "Rated", "Closed");
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.OnCall(now().minusSeconds(5), next));
        assertThat(floor.current().pops()).as("what the agent sees")
                .hasEntrySatisfying(ANN, pop -> assertThat(pop.attempt()).isEqualTo(next));
    }

    @Test
    void whoAsksOnceMoreOrSupervisesEndsTheCallAtOnce() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);

        endsTheTalk(floor, attempt);
        endsTheTalk(floor, attempt);

        assertThat(pbx.asked).hasSize(1);
        assertThat(pbx.hungUp).containsExactly(attempt);
    }

    @Test
    void aQuestionThatWasLostWithTheLinkIsAskedWhenTheAgentEndsTheTalkAgain() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        LegId leg = pbx.joined.getFirst().leg();
        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        endsTheTalk(floor, attempt);

        link(List.of(new LiveAttempt(attempt, true, Optional.of(leg))), List.of(leg));
        endsTheTalk(floor, attempt);

        assertThat(pbx.asked).hasSize(2);
        assertThat(pbx.hungUp).isEmpty();
    }

    @Test
    void aDebtorWhoNeverAnswersTheQuestionIsLetGo() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = talking(floor);
        endsTheTalk(floor, attempt);
        tell(new PbxEvent.Asked(now(), attempt));

        clock.pass(Duration.ofSeconds(41));
        thread.tick();

        assertThat(pbx.hungUp).containsExactly(attempt);
    }

    @Test
    void aQuestionAfterNoTalkIsNone() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));

        tell(new PbxEvent.Asked(now(), attempt));

        assertThat(pbx.hungUp).containsExactly(attempt);
    }

    @Test
    void aRestartedDialerLeavesTheQuestionAloneAndItsAgentToTheWrapUp() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        Floor floor = restartedIn(open);

        link(List.of(new LiveAttempt(open.id(), true, Optional.empty())), List.of(leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(floor.current().calls()).singleElement()
                .satisfies(call -> assertThat(call.state()).isInstanceOf(CallState.Asking.class));
        assertThat(pbx.hungUp).isEmpty();
        tell(new PbxEvent.Ended(now(), open.id(), HangupCause.NORMAL));
        assertThat(closed(open.id()).outcome()).isEqualTo(Outcome.CONNECTED);
    }
}
