package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.Hold;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeldTalksTest extends FloorScenario {

    @Test
    void theAgentIsAnsweredOnlyOnceThePbxHasTheDebtorOnHold() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().hold(call, ANNS));
        assertThat(pbx.held).containsExactly(call);
        assertThat(reply).isNotDone();
        tell(new PbxEvent.Held(now(), call));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        assertThat(Objects.requireNonNull(floor.current().pops().get(ANN)).hold())
                .isEqualTo(new Hold(now(), now().plus(Duration.ofMinutes(3))));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(facts).contains(new FloorFact.Held(now(), call, ANN));
    }

    @Test
    void theAgentTakesTheDebtorBackAndTheTalkCountsFromItsBeginning() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);
        Instant connectedAt = now();

        clock.pass(Duration.ofSeconds(40));
        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(call, ANNS));
        assertThat(pbx.joined).hasSize(2);
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getLast()));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(live(floor).state()).isEqualTo(new CallState.Connected(connectedAt));
        assertThat(Objects.requireNonNull(floor.current().pops().get(ANN)).hold()).isNull();
        assertThat(facts).contains(new FloorFact.HoldEnded(now(), call, HoldEnd.RESUMED));
        assertThat(facts.stream().filter(FloorFact.Connected.class::isInstance)).hasSize(1);
    }

    @Test
    void aForgottenDebtorComesBackByThemselves() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);

        clock.pass(Duration.ofMinutes(3));
        thread.tick();
        assertThat(pbx.joined).hasSize(2);
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getLast()));

        assertThat(facts).contains(new FloorFact.HoldEnded(now(), call, HoldEnd.LONGEST));
        assertThat(pbx.hungUp).isEmpty();
    }

    @Test
    void aRefusalOfThePbxIsToldAtOnceAndTheDebtorStaysInTheTalk() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().hold(call, ANNS));
        tell(new PbxEvent.HoldFailed(now(), call, Words.same("no such channel")));

        assertThat(why(reply)).contains("NOT on hold", "no such channel");
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void whatThePbxDoesNotConfirmIsRefusedAndWhatItDoesLateCounts() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().hold(call, ANNS));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(why(reply)).contains("not confirmed");
        tell(new PbxEvent.Held(now(), call));

        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
    }

    @Test
    void aDebtorWhoCannotBePutThroughStaysOnHold() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(call, ANNS));
        tell(new PbxEvent.ConnectFailed(now(), call, pbx.rung.getLast(), Words.same("the two did not meet")));

        assertThat(why(reply)).contains("still on hold", "did not meet");
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
    }

    @Test
    void anAgentWhosePhoneIsGoneIsRungAndMayTakeTheDebtorBackThen() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);
        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), new HangupCause(16)));

        assertThat(why(asked(floor.talks().resume(call, ANNS)))).contains("not connected");
        clock.pass(Duration.ofSeconds(1));
        thread.tick();
        assertThat(pbx.rung).hasSize(2);
        tell(new PbxEvent.AgentLegUp(now(), pbx.rung.getLast()));
        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getLast()));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aDebtorWhoHangsUpOnHoldHadAConversationAndTheAgentWrapsUp() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(call, ANNS));
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        thread.tick();

        assertThat(why(reply)).contains("over");
        assertThat(closed(call).outcome().code()).isEqualTo("connected");
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void othersMayNotAndSupervisorsMay() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(why(asked(floor.talks().hold(call, BOS)))).contains("not yours");
        assertThat(why(asked(floor.talks().press(call, BOS, new Digits("1")))))
                .contains("not yours");
        var unused = asked(floor.talks().hold(call, new Requester.Supervisor(9)));
        tell(new PbxEvent.Held(now(), call));

        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        assertThat(facts).contains(new FloorFact.Held(now(), call, ANN));
    }

    @Test
    void keysGoToTheDebtorInATalkAndNotOnHold() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(asked(floor.talks().press(call, ANNS, new Digits("12#"))).join()).isInstanceOf(Accepted.class);
        var unused = asked(floor.talks().hold(call, ANNS));
        tell(new PbxEvent.Held(now(), call));
        assertThat(why(asked(floor.talks().press(call, ANNS, new Digits("3"))))).contains("on hold");

        assertThat(pbx.pressed).containsExactly("12#");
    }

    @Test
    void aRestartedDialerFindsTheDebtorOnHoldAndTheAgentTakesThemBack() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        Floor floor = restartedIn(open);

        link(List.of(new LiveAttempt(open.id(), true, List.of(), true)), List.of(leg));
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        assertThat(floor.current().pops()).containsKey(ANN);
        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(open.id(), ANNS));
        tell(new PbxEvent.Connected(now(), open.id(), leg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(pbx.hungUp).isEmpty();
    }

    @Test
    void aHoldWhoseEndWasNotHeardOfIsOverInTheNextList() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);
        LegId leg = pbx.rung.getLast();

        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, Optional.of(leg))), List.of(leg),
                List.of()));

        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void whoeverAskedForTheDebtorIsAnsweredAlsoWhereItIsAskedAgain() {
        Floor floor = openFloor(List.of());
        AttemptId call = held(floor);
        ready(floor, BO);

        CompletableFuture<FloorReply> reply = asked(floor.talks().resume(call, ANNS));
        CompletableFuture<FloorReply> transfer = asked(floor.talks().transfer(call, ANNS, BO, TransferKind.BLIND));

        assertThat(why(transfer)).contains("not transferred");
        assertThat(why(reply)).contains("asked again");
    }

    private AttemptId held(Floor floor) {
        AttemptId call = talk(floor);
        var unused = asked(floor.talks().hold(call, ANNS));
        tell(new PbxEvent.Held(now(), call));
        return call;
    }
}
