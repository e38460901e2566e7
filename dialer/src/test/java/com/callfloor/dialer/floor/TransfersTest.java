package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.Transfer.Stage;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransfersTest extends FloorScenario {

    @Test
    void blindTheOtherHasTheDebtorAndTheFirstWrapsUp() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        LegId bos = pbx.rung.getLast();
        Instant asked = now();

        CompletableFuture<FloorReply> reply = transfer(floor, call, TransferKind.BLIND);
        tell(new PbxEvent.Held(now(), call));
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, bos));
        assertThat(Objects.requireNonNull(floor.current().pops().get(BO)).attempt()).isEqualTo(call);
        assertThat(reply).isNotDone();
        clock.pass(Duration.ofMillis(20));
        tell(new PbxEvent.Connected(now(), call, bos));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), call));
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);
        assertThat(facts).contains(
                new FloorFact.Transferred(now(), call, asked, TransferKind.BLIND, ANN, BO, null),
                new FloorFact.HoldEnded(now(), call, HoldEnd.TRANSFERRED));
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(stage(floor)).isEmpty();
        assertThat(Objects.requireNonNull(floor.current().pops().get(ANN)).transfer())
                .satisfies(shown -> assertThat(Objects.requireNonNull(shown).stage()).isEqualTo(Stage.TAKEN));

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void warmTheAgentsTalkFirstAndThenTheOtherTakesTheDebtor() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        LegId anns = pbx.rung.getFirst();
        LegId bos = pbx.rung.getLast();

        CompletableFuture<FloorReply> reply = consulting(floor, call);
        assertThat(pbx.consulted).containsExactly(List.of(anns, bos));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stage(floor)).contains(Stage.CONSULTING);
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        CompletableFuture<FloorReply> completed = asked(floor.talks().completeTransfer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, bos));

        assertThat(completed.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
    }

    @Test
    void theFirstAgentTakesTheDebtorBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        var unused = consulting(floor, call);

        CompletableFuture<FloorReply> reply = asked(floor.talks().cancelTransfer(call, ANNS));
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, pbx.rung.getFirst()));
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getFirst()));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(floor.current().pops()).doesNotContainKey(BO);
        assertThat(stage(floor)).isEmpty();
    }

    @Test
    void whoIsAskedMayLeaveItToTheFirst() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        var unused = consulting(floor, call);
        List<FloorChange> told = heardBy(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().cancelTransfer(call, BOS));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(told).contains(new FloorChange.TransferFailed(ANN, "Bo",
                new Words("Bo left it to you", "Bo 将电话交还给您")));
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, pbx.rung.getFirst()));
    }

    @Test
    void onlyWhoIsFreeIsOfferedACallAndKeptForIt() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        assertThat(why(transfer(floor, call, TransferKind.WARM))).contains("Bo is not free");
        assertThat(why(asked(floor.talks().transfer(call, ANNS, ANN, TransferKind.WARM)))).contains("already");
        assertThat(why(asked(floor.talks().transfer(call, BOS, ANN, TransferKind.WARM)))).contains("not yours");
        assertThat(pbx.held).isEmpty();

        ready(floor, BO);
        var unused = transfer(floor, call, TransferKind.WARM);
        ledger.dueCases(1);
        look(floor);

        assertThat(pbx.dialed).hasSize(1);
        assertThat(why(transfer(floor, call, TransferKind.WARM))).contains("being transferred already");
    }

    @Test
    void whatThePbxCannotJoinComesBackWithTheReason() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);

        CompletableFuture<FloorReply> reply = transfer(floor, call, TransferKind.BLIND);
        tell(new PbxEvent.Held(now(), call));
        tell(new PbxEvent.ConnectFailed(now(), call, pbx.rung.getLast(), Words.same("the two did not meet")));

        assertThat(why(reply)).contains("did not meet");
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, pbx.rung.getFirst()));
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getFirst()));
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void aDebtorWhoHangsUpMeanwhileLeavesTheOtherFreeAndTheFirstToWrapUp() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        var unused = consulting(floor, call);

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        thread.tick();

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(pbx.parted).containsExactly(pbx.rung.getLast());
    }

    @Test
    void aConsultationEndsWithTheLongestHold() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        var unused = consulting(floor, call);
        List<FloorChange> told = heardBy(floor);

        clock.pass(Duration.ofMinutes(3));
        thread.tick();

        assertThat(told).anyMatch(FloorChange.TransferFailed.class::isInstance);
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, pbx.rung.getFirst()));
    }

    @Test
    void aPhoneThatIsRungForItAndNotPickedUpBringsTheDebtorBack() {
        headsets = Headsets.RUNG_PER_CALL;
        Floor floor = openFloor(List.of());
        wish(floor, ANN, new AgentWish.Ready());
        ledger.dueCases(1);
        look(floor);
        thread.tick();
        tell(new PbxEvent.AgentLegUp(now(), pbx.rung.getLast()));
        AttemptId call = onlyDialed();
        LegId anns = pbx.rung.getLast();
        tell(new PbxEvent.Answered(now(), call));
        tell(new PbxEvent.Connected(now(), call, anns));
        wish(floor, BO, new AgentWish.Ready());

        CompletableFuture<FloorReply> reply = transfer(floor, call, TransferKind.BLIND);
        tell(new PbxEvent.Held(now(), call));
        thread.tick();
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        LegId bos = pbx.rung.getLast();
        assertThat(bos.agent()).isEqualTo(BO);
        List<FloorChange> told = heardBy(floor);
        tell(new PbxEvent.AgentLegDown(now(), bos, new HangupCause(19)));
        thread.tick();

        assertThat(told).anyMatch(FloorChange.TransferFailed.class::isInstance);
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, anns));
    }

    @Test
    void whoWasAskedWhenTheDialerLostSightIsFreeAfterwards() {
        Floor floor = openFloor(List.of());
        AttemptId call = talkWithBoReady(floor);
        var unused = consulting(floor, call);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(), true)), pbx.rung);

        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
    }

    private AttemptId talkWithBoReady(Floor floor) {
        AttemptId call = talk(floor);
        ready(floor, BO);
        return call;
    }

    private CompletableFuture<FloorReply> transfer(Floor floor, AttemptId call, TransferKind kind) {
        return asked(floor.talks().transfer(call, ANNS, BO, kind));
    }

    private CompletableFuture<FloorReply> consulting(Floor floor, AttemptId call) {
        CompletableFuture<FloorReply> reply = transfer(floor, call, TransferKind.WARM);
        tell(new PbxEvent.Held(now(), call));
        tell(new PbxEvent.AgentsMet(now(), pbx.rung.getFirst(), pbx.rung.getLast()));
        return reply;
    }

    private static Optional<Stage> stage(Floor floor) {
        return Optional.ofNullable(floor.current().pops().get(BO))
                .flatMap(pop -> Optional.ofNullable(pop.transfer()))
                .map(transfer -> transfer.stage());
    }
}
