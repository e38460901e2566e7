package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.supervision.Transfer.Stage;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SupervisorTransfersTest extends FloorScenario {
    private static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("92001"));
    private static final Requester SUS = new Requester.Supervisor(9);

    private final List<FloorChange> told = new ArrayList<>();
    private Floor floor;
    private AttemptId call;
    private LegId annsLeg;

    @BeforeEach
    void annTalks() {
        floor = openFloor(List.of());
        call = talk(floor);
        annsLeg = pbx.rung.getLast();
        var unused = floor.subscribe(told::add);
    }

    @Test
    void theSupervisorIsAskedFirstAndRungOnlyOnceTheyWantIt() {
        CompletableFuture<FloorReply> reply = offered(TransferKind.BLIND);

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stage()).isEqualTo(Stage.OFFERED);
        assertThat(pbx.rung.getLast()).isEqualTo(annsLeg);
        LegId sus = accepted();
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, sus));
    }

    @Test
    void blindItEndsAsIfTheSupervisorHadTakenTheCallOver() {
        var unused = offered(TransferKind.BLIND);
        LegId sus = accepted();
        tell(new PbxEvent.Connected(now(), call, sus));

        assertThat(live().agent()).isEqualTo(SU);
        assertThat(live().state()).isInstanceOf(CallState.Connected.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(facts).contains(new FloorFact.TakenOver(now(), call, ANN, SU.id(), SU.extension()),
                new FloorFact.Transferred(now(), call, now(), TransferKind.BLIND, ANN, SU.id(), null, false));
        assertThat(Objects.requireNonNull(floor.current().pops().get(SU.id())).transfer()).isNull();
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        assertThat(pbx.legsHungUp).contains(sus);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    @Test
    void warmTheTwoTalkAndThenTheSupervisorHasTheDebtor() {
        var unused = offered(TransferKind.WARM);
        LegId sus = accepted();
        assertThat(pbx.consulted).containsExactly(List.of(annsLeg, sus));
        tell(new PbxEvent.AgentsMet(now(), annsLeg, sus));
        assertThat(stage()).isEqualTo(Stage.CONSULTING);

        CompletableFuture<FloorReply> reply = asked(floor.talks().completeTransfer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, sus));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(live().agent()).isEqualTo(SU);
    }

    @Test
    void warmAllThreeMayBeBroughtTogether() {
        var unused = offered(TransferKind.WARM);
        LegId sus = accepted();
        tell(new PbxEvent.AgentsMet(now(), annsLeg, sus));

        CompletableFuture<FloorReply> reply = asked(floor.talks().confer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, sus));
        tell(new PbxEvent.Connected(now(), call, annsLeg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(Objects.requireNonNull(live().conference()).barged()).isFalse();
        CompletableFuture<FloorReply> left = asked(floor.talks().cancelTransfer(call, SUS));
        assertThat(pbx.legsHungUp).contains(sus);
        tell(new PbxEvent.AgentLegDown(now(), sus, new HangupCause(16)));
        assertThat(left.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void whoDeclinesLeavesItToTheAgentAtOnce() {
        var unused = offered(TransferKind.WARM);

        assertThat(asked(floor.talks().cancelTransfer(call, SUS)).join()).isInstanceOf(Accepted.class);

        assertThat(told)
                .contains(new FloorChange.TransferFailed(ANN, "Su", new Words("Su left it to you", "Su 将电话交还给您")));
        assertThat(told).anyMatch(FloorChange.Released.class::isInstance);
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, annsLeg));
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
        assertThat(why(asked(floor.talks().acceptTransfer(call, SU)))).contains("nobody asks you");
    }

    @Test
    void aDebtorWhoIsOnHoldOnlyAfterItWasDeclinedComesBack() {
        var reply = asked(floor.talks().transferToSupervisor(call, ANNS, SU, TransferKind.WARM));
        assertThat(asked(floor.talks().cancelTransfer(call, SUS)).join()).isInstanceOf(Accepted.class);
        assertThat(why(reply)).contains("left it to you");
        pbx.joined.clear();

        tell(new PbxEvent.Held(now(), call));

        assertThat(pbx.joined).containsExactly(new FakePbx.Join(call, annsLeg));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        assertThat(live().state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void whoDoesNotAnswerWithinTheTimeOfAPhoneLeavesItToTheAgent() {
        var unused = offered(TransferKind.BLIND);

        clock.pass(Duration.ofSeconds(22));
        thread.tick();
        assertThat(told).noneMatch(FloorChange.TransferFailed.class::isInstance);
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, "Su", new Words("Su did not pick up", "Su 未接听")));
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, annsLeg));
    }

    @Test
    void aPhoneThatIsNotPickedUpBringsTheDebtorBack() {
        var unused = offered(TransferKind.BLIND);
        assertThat(asked(floor.talks().acceptTransfer(call, SU)).join()).isInstanceOf(Accepted.class);

        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), new HangupCause(19)));

        assertThat(told).anyMatch(FloorChange.TransferFailed.class::isInstance);
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, annsLeg));
    }

    @Test
    void theAgentTakesTheDebtorBackAndTheSupervisorIsLetGo() {
        var unused = offered(TransferKind.WARM);
        LegId sus = accepted();

        var back = asked(floor.talks().cancelTransfer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, annsLeg));

        assertThat(back.join()).isInstanceOf(Accepted.class);
        assertThat(pbx.legsHungUp).contains(sus);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    @Test
    void aDebtorWhoHangsUpMeanwhileLeavesTheSupervisorFree() {
        var unused = offered(TransferKind.WARM);
        LegId sus = accepted();

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        thread.tick();

        assertThat(pbx.legsHungUp).contains(sus);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(told).anyMatch(FloorChange.Released.class::isInstance);
    }

    @Test
    void whoIsAskedAboutOneCallIsAskedAboutNoOther() {
        var unused = offered(TransferKind.WARM);

        assertThat(why(asked(floor.takeOver(call, SU)))).contains("in a call already");
        assertThat(why(asked(floor.bargeIn(ANN, SU)))).contains("talks to no debtor");
    }

    @Test
    void aLostLinkEndsTheOffer() {
        var unused = offered(TransferKind.WARM);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));

        assertThat(told).anyMatch(FloorChange.Released.class::isInstance);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    private CompletableFuture<FloorReply> offered(TransferKind kind) {
        CompletableFuture<FloorReply> reply = asked(floor.talks().transferToSupervisor(call, ANNS, SU, kind));
        tell(new PbxEvent.Held(now(), call));
        return reply;
    }

    /** The supervisor's leg, which is up. */
    private LegId accepted() {
        assertThat(asked(floor.talks().acceptTransfer(call, SU)).join()).isInstanceOf(Accepted.class);
        LegId sus = pbx.rung.getLast();
        assertThat(sus.agent()).isEqualTo(SU.id());
        tell(new PbxEvent.AgentLegUp(now(), sus));
        return sus;
    }

    private Stage stage() {
        return Objects.requireNonNull(
                Objects.requireNonNull(floor.current().pops().get(SU.id())).transfer()).stage();
    }

    private LiveCall live() {
        return live(floor);
    }
}
