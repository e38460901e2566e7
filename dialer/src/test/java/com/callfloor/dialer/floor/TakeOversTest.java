package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.TakeOverFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakeOversTest extends FloorScenario {
    private static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("92001"));

    private final List<TakeOverFailure> failures = new ArrayList<>();
    private Floor floor;
    private AttemptId call;
    private LegId agentsLeg;

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
        assertThat(attemptFacts(call)).last().isEqualTo(new FloorFact.TakenOver(now(), call, ANN, SU.id()));
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

        tell(new PbxEvent.ConnectFailed(now(), call, leg, "no"));

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
        tell(new PbxEvent.LinkDown(now(), "test"));
        link(List.of(alive), List.of(agentsLeg, leg));

        assertThat(pbx.legsHungUp).doesNotContain(leg);
        assertThat(pbx.hungUp).isEmpty();
        assertThat(live().agent()).isEqualTo(SU);
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
