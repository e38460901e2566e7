package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A supervisor comes into a talk of an agent with a debtor. */
class BargesTest extends ConferenceScenario {
    @Test
    void aSupervisorBargesInAndGoesByHangingUp() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        List<FloorChange> told = heardBy(floor);

        LegId sus = barged(floor, call);

        assertThat(pbx.conferred).containsExactly(new FakePbx.Conference(call, annsLeg, sus));
        assertThat(Objects.requireNonNull(live(floor).conference()).barged()).isTrue();
        assertThat(facts).contains(new FloorFact.ThirdJoined(now(), call, ANN, SU.id(), true));
        assertThat(floor.current().pops()).containsOnlyKeys(ANN, SU.id());
        assertThat(why(asked(floor.talks().cancelTransfer(call, ANNS)))).contains("leaves it by themselves");
        assertThat(why(asked(floor.talks().completeTransfer(call, ANNS)))).contains("leaves it by themselves");
        tell(new PbxEvent.AgentLegDown(now(), sus, new HangupCause(16)));

        assertThat(live(floor).conference()).isNull();
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
        assertThat(told).contains(new FloorChange.Released(SU.id(), call, null));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void whoBargedInTakesOverAsSoonAsTheAgentIsOut() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        LegId sus = barged(floor, call);

        CompletableFuture<FloorReply> reply = asked(floor.takeOver(call, SU));
        assertThat(pbx.parted).containsExactly(annsLeg);
        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(live(floor).agent()).isEqualTo(SU);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(facts).contains(new FloorFact.TakenOver(now(), call, ANN, SU.id(), SU.extension()),
                new FloorFact.Transferred(now(), call, now(), TransferKind.WARM, ANN, SU.id(), null, false));
        assertThat(pbx.legsHungUp).doesNotContain(sus);
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        assertThat(pbx.legsHungUp).contains(sus);
    }

    @Test
    void oneBargesIntoATalkOnlyAndAPhoneThatIsNotPickedUpChangesNothing() {
        Floor floor = openFloor(List.of());
        assertThat(why(asked(floor.bargeIn(ANN, SU)))).contains("talks to no debtor");
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        List<FloorChange> told = heardBy(floor);

        assertThat(asked(floor.bargeIn(ANN, SU)).join()).isInstanceOf(Accepted.class);
        assertThat(why(asked(floor.bargeIn(ANN, SU)))).contains("somebody else");
        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), new HangupCause(19)));
        thread.tick();

        assertThat(told).contains(new FloorChange.Released(SU.id(), call, new Words("Su did not pick up", "Su 未接听")));
        assertThat(pbx.conferred).isEmpty();
        assertThat(live(floor).conference()).isNull();
        assertThat(asked(floor.bargeIn(ANN, SU)).join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aSupervisorWhosePhoneIsAnotherPagesNowIsOutOfTheTalk() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        LegId sus = barged(floor, call);

        floor.phoneGone(SU.extension());
        thread.runAll();

        assertThat(pbx.legsHungUp).contains(sus);
        assertThat(live(floor).conference()).isNull();
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void ofTwoSupervisorsOneComesIntoACall() {
        var other = new Agent(new AgentId(8), "so", "So", new Extension("92002"));
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(asked(floor.takeOver(call, SU)).join()).isInstanceOf(Accepted.class);
        assertThat(why(asked(floor.bargeIn(ANN, other)))).contains("somebody else");
        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), new HangupCause(19)));
        assertThat(asked(floor.bargeIn(ANN, other)).join()).isInstanceOf(Accepted.class);

        assertThat(why(asked(floor.takeOver(call, SU)))).contains("third");
    }
}
