package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakeOversTest extends FloorScenario {
    private static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("92001"));

    private final List<TakeOverFailure> failures = new ArrayList<>();
    private Floor floor;
    private AttemptId call;
    private LegId agentsLeg;

    {
        backWithin = Duration.ofSeconds(20);
    }

    @BeforeEach
    void annTalks() {
        floor = openFloor(List.of());
        var unused = floor.subscribe(change -> {
            if (change instanceof FloorChange.TakeOverFailed failed) {
                failures.add(failed.why());
            }
        });
        ledger.dueCases(1);
        ready(floor, ANN);
        call = onlyDialed();
        agentsLeg = pbx.rung.getLast();
        tell(new PbxEvent.Answered(now(), call));
        tell(new PbxEvent.Connected(now(), call, agentsLeg));
    }

    private LegId takenOver() {
        LegId leg = rung();
        tell(new PbxEvent.AgentLegUp(now(), leg));
        tell(new PbxEvent.Connected(now(), call, leg));
        return leg;
    }

    private LegId rung() {
        assertThat(answerOf(floor.takeOver(call, SU))).isInstanceOf(FloorReply.Accepted.class);
        LegId leg = pbx.rung.getLast();
        assertThat(leg.agent()).isEqualTo(SU.id());
        return leg;
    }

    private LiveCall live() {
        return floor.current().calls().getFirst();
    }

    @Test
    void theAgentKeepsTheDebtorUntilTheSupervisorHasThem() {
        LegId leg = rung();
        assertThat(pbx.joined).hasSize(1);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);

        tell(new PbxEvent.AgentLegUp(now(), leg));

        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, leg));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);

        tell(new PbxEvent.Connected(now(), call, leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(live().agent()).isEqualTo(SU);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN, SU.id());
        assertThat(attemptFacts(call)).last()
                .isEqualTo(new FloorFact.TakenOver(now(), call, ANN, SU.id(), SU.extension()));
    }

    @Test
    void theSupervisorsLegEndsWithTheConversation() {
        LegId leg = takenOver();

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));

        assertThat(pbx.legsHungUp).contains(leg);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(failures).isEmpty();
    }

    @Test
    void aPhoneThatIsNotPickedUpLeavesTheDebtorWithTheAgent() {
        LegId leg = rung();

        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NONE));

        assertThat(failures).containsExactly(TakeOverFailure.NO_ANSWER);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        rung();
        clock.pass(Duration.ofSeconds(31));
        thread.tick();
        assertThat(failures).containsExactly(TakeOverFailure.NO_ANSWER, TakeOverFailure.NO_ANSWER);
    }

    @Test
    void whereTheTwoCannotBeJoinedTheAgentKeepsTheDebtor() {
        LegId leg = rung();
        tell(new PbxEvent.AgentLegUp(now(), leg));

        tell(new PbxEvent.ConnectFailed(now(), call, leg, Words.same("no")));

        assertThat(failures).containsExactly(TakeOverFailure.NOT_JOINED);
        assertThat(pbx.legsHungUp).contains(leg);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(Objects.requireNonNull(live().agent()).id()).isEqualTo(ANN);
    }

    @Test
    void aDebtorWhoHangsUpBeforeIsNotWaitedFor() {
        LegId leg = rung();

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));

        assertThat(failures).containsExactly(TakeOverFailure.CALL_OVER);
        assertThat(pbx.legsHungUp).contains(leg);
    }

    @Test
    void oneConversationIsTakenOverOnceAndOnlyAConversation() {
        rung();
        assertThat(answerOf(floor.takeOver(call, SU))).isInstanceOf(FloorReply.Refused.class);
        assertThat(answerOf(floor.takeOver(AttemptId.next(now(), new Random(3)), SU)))
                .isInstanceOf(FloorReply.Refused.class);
    }

    @Test
    void thePbxsListsAndALostLinkLeaveTheConversationAlone() {
        LegId leg = takenOver();
        clock.pass(Duration.ofSeconds(40));
        var alive = new LiveAttempt(call, true, Optional.of(leg));

        tell(new PbxEvent.Snapshot(now(), List.of(alive), List.of(agentsLeg, leg), List.of()));
        tell(new PbxEvent.LinkDown(now(), Words.same("test")));
        link(List.of(alive), List.of(agentsLeg, leg));

        assertThat(pbx.legsHungUp).doesNotContain(leg);
        assertThat(pbx.hungUp).isEmpty();
        assertThat(live().agent()).isEqualTo(SU);
    }

    @Test
    void aSupervisorWhoHangsUpEndsTheCall() {
        LegId leg = takenOver();

        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NORMAL));

        assertThat(pbx.hungUp).containsExactly(call);
        tell(new PbxEvent.Ended(now(), call, HangupCause.NORMAL));
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    @Test
    void aSupervisorsPageThatIsReloadedGetsTheDebtorBack() {
        LegId leg = takenOver();
        Instant connectedAt = now();
        clock.pass(Duration.ofSeconds(30));

        floor.phoneGone(SU.extension());
        thread.runAll();

        assertThat(pbx.legsHungUp).contains(leg);
        assertThat(live().state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(live().agent()).isEqualTo(SU);
        assertThat(floor.current().pops()).containsKey(SU.id());
        LegId early = rungAgain();
        tell(new PbxEvent.AgentLegDown(now(), early, HangupCause.NONE));
        LegId again = rungAgain();
        tell(new PbxEvent.AgentLegUp(now(), again));
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, again));
        tell(new PbxEvent.Connected(now(), call, again));

        assertThat(live().state()).isEqualTo(new CallState.Connected(connectedAt));
        assertThat(live().agent()).isEqualTo(SU);
        assertThat(facts.stream().filter(FloorFact.TakenOver.class::isInstance)).hasSize(1);
        assertThat(pbx.hungUp).isEmpty();
        assertThat(failures).isEmpty();
    }

    private LegId rungAgain() {
        int before = pbx.rung.size();
        clock.pass(Duration.ofMillis(1_100));
        thread.tick();
        thread.tick();
        assertThat(pbx.rung).hasSize(before + 1);
        assertThat(pbx.rung.getLast().agent()).isEqualTo(SU.id());
        return pbx.rung.getLast();
    }

    @Test
    void aDebtorWhoseSupervisorStaysAwayIsTakenByWhoeverIsFree() {
        LegId leg = takenOver();
        ready(floor, BO);
        LegId bo = pbx.rung.getLast();
        tell(new PbxEvent.AgentLegDown(now(), leg, new HangupCause(44)));
        LegId ringing = rungAgain();

        clock.pass(Duration.ofSeconds(21));
        thread.tick();
        thread.tick();

        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, bo));
        assertThat(pbx.legsHungUp).contains(ringing);
        assertThat(failures).containsExactly(TakeOverFailure.PASSED_ON);
        tell(new PbxEvent.Connected(now(), call, bo));
        assertThat(Objects.requireNonNull(live().agent()).id()).isEqualTo(BO);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN, BO);
        int rung = pbx.rung.size();
        clock.pass(Duration.ofSeconds(5));
        thread.tick();
        assertThat(pbx.rung).hasSize(rung);
    }

    @Test
    void aDebtorWhomNobodyTakesHearsTheMessageAndTheSupervisorIsRungNoMore() {
        LegId leg = takenOver();
        tell(new PbxEvent.AgentLegDown(now(), leg, new HangupCause(44)));
        rungAgain();

        tell(new PbxEvent.LeftAlone(now(), call));
        clock.pass(Duration.ofSeconds(2));
        thread.tick();
        int rung = pbx.rung.size();
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(pbx.rung).hasSize(rung);
        assertThat(pbx.hungUp).isEmpty();
        tell(new PbxEvent.Ended(now(), call, HangupCause.NORMAL));
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    @Test
    void afterARestartTheWallKnowsWhoTookTheCallOverAndRingsThemIfTheirPhoneIsGone() {
        LegId leg = new LegId(SU.id(), 77);
        OpenAttempt talk = openAttempt(new LegId(ANN, 70));
        OpenAttempt taken = new OpenAttempt(talk.id(), talk.card(), talk.number(), talk.purpose(), talk.reservedAt(),
                false, talk.rangAt(), talk.answeredAt(), talk.connectedAt(), null, ANN, SU, null);
        floor = floor(List.of(taken), Map.of(ANN, new AgentState.WrapUp(now(), taken.id())), Runnable::run);
        floor.open();
        thread.runAll();

        link(List.of(new LiveAttempt(taken.id(), true, Optional.of(leg))), List.of(leg));

        assertThat(live().agent()).isEqualTo(SU);
        assertThat(live().state()).isEqualTo(new CallState.Connected(Objects.requireNonNull(talk.connectedAt())));
        assertThat(floor.current().pops()).containsKey(SU.id());
        assertThat(pbx.legsHungUp).doesNotContain(leg);
        tell(new PbxEvent.LinkDown(now(), Words.same("test")));
        link(List.of(new LiveAttempt(taken.id(), true, Optional.empty())), List.of());
        thread.tick();
        assertThat(live().state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(pbx.hungUp).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        thread.tick();
        assertThat(pbx.rung.getLast().agent()).isEqualTo(SU.id());
    }

    @Test
    void whatTheAgentKeptOutOfTheRecordingIsOverWithTheAgent() {
        var paused = floor.pauseRecording(ANN, true);
        thread.runAll();
        tell(new PbxEvent.RecordingMuted(now(), call, true));
        assertThat(answerOf(paused)).isInstanceOf(FloorReply.Accepted.class);

        takenOver();

        assertThat(pbx.mutes).last().isEqualTo(new FakePbx.RecordingMute(call, false));
    }
}
