package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.OutsideTransfer.Stage;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutsideTransfersTest extends OutsideScenario {
    @Test
    void theAgentTalksToThemFirstThenTheyHaveTheDebtorAndTheAgentIsFree() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        LegId anns = legOf(ANN);

        CompletableFuture<FloorReply> reply = transfer(floor, call);
        assertThat(pbx.outside).as("nobody is rung while the debtor hears the agent").isEmpty();
        tell(new PbxEvent.Held(now(), call));
        OutsideLeg leg = rung();
        assertThat(pbx.outside).containsExactly(new OutsideRequest(leg, new PhoneNumber("+862160000002"), "carrier",
                SHOWN, Duration.ofSeconds(25)));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stage(floor)).contains(Stage.RINGING);
        tell(new PbxEvent.OutsideAnswered(now(), leg));
        assertThat(pbx.outsideConsulted).containsExactly(new FakePbx.OutsideConsultation(anns, leg));
        tell(new PbxEvent.OutsideMet(now(), leg, anns));
        assertThat(stage(floor)).contains(Stage.CONSULTING);

        CompletableFuture<FloorReply> completed = asked(floor.talks().completeTransfer(call, ANNS));
        assertThat(pbx.putThrough).containsExactly(leg);
        assertThat(completed).isNotDone();
        clock.pass(Duration.ofSeconds(1));
        tell(new PbxEvent.OutsideConnected(now(), leg));

        assertThat(completed.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), call));
        assertThat(stage(floor)).contains(Stage.TAKEN);
        assertThat(live(floor).state()).isEqualTo(new CallState.Outside(now()));
        assertThat(facts).contains(
                new FloorFact.OutsideRung(now().minusSeconds(1), call, "legal", ANN, "carrier", SHOWN),
                new FloorFact.HoldEnded(now(), call, HoldEnd.TRANSFERRED), new FloorFact.OutsideTaken(now(), call),
                new FloorFact.TalkEnded(now(), call));

        clock.pass(Duration.ofMinutes(5));
        thread.tick();
        assertThat(pbx.hungUp).isEmpty();
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        thread.tick();
        assertThat(closed(call).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(recordings).hasSize(1);
        assertThat(pbx.outsideHungUp).as("the PBX ends it, and so do we").containsExactly(leg);
    }

    @Test
    void afterItsEndTheDebtorIsNotLeftWithNobody() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = putThrough(floor, call);

        tell(new PbxEvent.OutsideEnded(now(), leg, new HangupCause(16)));

        assertThat(pbx.hungUp).containsExactly(call);
        clock.pass(Duration.ofSeconds(6));
        thread.tick();
        assertThat(closed(call).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void theAgentTakesTheDebtorBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);

        CompletableFuture<FloorReply> reply = asked(floor.talks().cancelTransfer(call, ANNS));
        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertIsTakenBack(floor, call);

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(facts).contains(new FloorFact.OutsideEnded(now(), call, new Words("taken back", "已收回")));
    }

    @Test
    void whoDoesNotAnswerBringsTheDebtorBackWithTheReason() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        tell(new PbxEvent.OutsideEnded(now(), rung(), new HangupCause(19)));

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL,
                new Words("Harbour legal was not reached", "未能接通海港法务部")));
        assertIsTakenBack(floor, call);
        assertThat(facts).contains(new FloorFact.OutsideEnded(now(), call,
                new Words("Harbour legal was not reached", "未能接通海港法务部")));
    }

    @Test
    void ofWhomNothingIsHeardIsGivenUpAfterTheLongestRing() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        clock.pass(Duration.ofSeconds(29));
        thread.tick();

        assertThat(pbx.outsideHungUp).containsExactly(rung());
        assertIsTakenBack(floor, call);
    }

    @Test
    void whoHangsUpWhileTheAgentTalksToThemBringsTheDebtorBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        OutsideLeg leg = consulting(floor, call);

        tell(new PbxEvent.OutsideEnded(now(), leg, new HangupCause(16)));

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL,
                new Words("Harbour legal hung up", "海港法务部已挂断")));
        assertIsTakenBack(floor, call);
    }

    @Test
    void whatThePbxDoesNotJoinComesBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);
        CompletableFuture<FloorReply> completed = asked(floor.talks().completeTransfer(call, ANNS));

        clock.pass(Duration.ofSeconds(4));
        thread.tick();

        assertThat(why(completed)).contains("did not put the debtor through");
        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertIsTakenBack(floor, call);
    }

    @Test
    void aDebtorWhoHangsUpMeanwhileEndsIt() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);

        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        thread.tick();

        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void aConsultationEndsWithTheLongestHold() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);

        clock.pass(Duration.ofMinutes(3));
        thread.tick();

        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertIsTakenBack(floor, call);
    }

    @Test
    void aPhoneThatIsLostInItLeavesTheDebtorOnHoldAndTheOtherGone() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);

        tell(new PbxEvent.AgentLegDown(now(), legOf(ANN), new HangupCause(16)));
        thread.tick();

        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
    }

    @Test
    void onlyTheirOwnLendersDebtorsArePutThroughAndOnlyByThoseWhoMay() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(names(floor, call, ANNS)).containsExactly("legal");
        assertThat(names(floor, call, SUE)).containsExactly("legal", "board");
        assertThat(names(floor, call, BOS)).isEmpty();
        assertThat(why(asked(floor.talks().transferOutside(call, ANNS, "board")))).contains("only a supervisor");
        assertThat(why(asked(floor.talks().transferOutside(call, ANNS, "+862160000002")))).contains("from the list");
        assertThat(why(asked(floor.talks().transferOutside(call, BOS, "legal"))))
                .contains("not yours");

        var unused = asked(floor.talks().transferOutside(call, SUE, "board"));
        tell(new PbxEvent.Held(now(), call));
        assertThat(pbx.outside.getFirst().number()).isEqualTo(new PhoneNumber("+862160000003"));
    }

    @Test
    void anotherLendersDebtorIsPutThroughToNobody() {
        ledger.lender = "Meadow";
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(names(floor, call, SUE)).isEmpty();
        assertThat(why(transfer(floor, call))).contains("cannot be put through");
        assertThat(pbx.held).isEmpty();
    }

    @Test
    void aDebtorsNumberIsNotCalledNorOneOfWhichNobodyKnows() {
        outsideNumbers = number -> false;
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        assertThat(why(transfer(floor, call))).contains("not transferred: its number is a debtor's");

        outsideNumbers = number -> {
            throw new LedgerUnavailable("away", new IllegalStateException("no connection"));
        };
        assertThat(why(transfer(floor, call))).contains("the database does not say");

        assertThat(pbx.held).isEmpty();
        assertThat(pbx.outside).isEmpty();
        assertThat(stage(floor)).isEmpty();
    }

    @Test
    void aFloorThatMayNotDialCallsNobodyOutsideEither() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        cannotRecord = Optional.of(Words.same("the store is full"));

        assertThat(why(transfer(floor, call))).contains("the store is full");
        assertThat(pbx.held).isEmpty();
    }

    @Test
    void aTrunkWithoutALineForThemBringsTheDebtorBack() {
        trunks = List.of(new Trunk("carrier", 1, 100, List.of()));
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        assertThat(why(reply)).contains("at its limit of lines");
        assertThat(pbx.outside).isEmpty();
        assertIsTakenBack(floor, call);
    }

    @Test
    void theirLineCountsUntilTheyAreGone() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);
        assertThat(linesLeft(floor)).isEqualTo(8);

        tell(new PbxEvent.OutsideEnded(now(), leg, new HangupCause(16)));
        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void nothingElseBeginsMeanwhile() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        ready(floor, BO);
        var unused = consulting(floor, call);

        assertThat(why(transfer(floor, call))).contains("being transferred already");
        assertThat(why(asked(floor.talks()
                .transfer(call, ANNS, BO,
                        TransferKind.WARM))))
                .contains("being transferred already");
        assertThat(why(asked(floor.talks().hold(call, ANNS)))).contains("on hold already");
        assertThat(why(asked(floor.talks().confer(call, ANNS)))).contains("not asking anybody");
    }

    @Test
    void wherePutThroughOutOfSightThePbxsWordDecides() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);
        CompletableFuture<FloorReply> completed = asked(floor.talks().completeTransfer(call, ANNS));

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        assertThat(why(completed)).contains("link");
        link(with(call, leg), pbx.rung);

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(live(floor).state()).isInstanceOf(CallState.Outside.class);
        assertThat(facts).contains(new FloorFact.OutsideTaken(now(), call));
        assertThat(linesLeft(floor)).isEqualTo(8);
    }

    @Test
    void whoWasLeftBehindWhenTheLinkWasLostIsHungUpAndTheDebtorIsTheAgents() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        OutsideLeg leg = consulting(floor, call);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(), true)), pbx.rung, List.of(),
                List.of(leg)));

        assertThat(pbx.outsideHungUp).containsExactly(leg);
        assertThat(live(floor).state()).isInstanceOf(CallState.Held.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(facts).anyMatch(FloorFact.OutsideEnded.class::isInstance);
    }

    @Test
    void aDialerThatStartsAnewLeavesTheTwoTalkingAndTheAgentFree() {
        LegId leg = new LegId(ANN, 7);
        OpenAttempt open = openAttempt(leg);
        var other = new OutsideLeg(open.id(), 5);
        Floor floor = restartedIn(open);

        link(with(open.id(), other), List.of(leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(live(floor).state()).isInstanceOf(CallState.Outside.class);
        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.outsideHungUp).isEmpty();
        assertThat(attemptFacts(open.id())).contains(new FloorFact.OutsideTaken(now(), open.id()));

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(open.id(), true, List.of(), false)), List.of(leg));
        assertThat(pbx.hungUp).as("with nobody").containsExactly(open.id());
    }
}
