package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.Snapshot;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.OutsideTransfer.Stage;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On its way to the outside a talk loses an event, the link, a phone or its point; no line, agent or debtor is stranded. */
class OutsideLossesTest extends OutsideScenario {
    private static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("1009"));

    private final Deque<Runnable> lookUps = new ArrayDeque<>();
    private boolean booksAreSlow;

    @Test
    void aLineWhoseEndNobodyHeardIsFreeWhenTheLinkIsBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = consulting(floor, call);
        var cancelled = asked(floor.talks().cancelTransfer(call, ANNS));

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        assertThat(cancelled).isDone();
        link(List.of(new LiveAttempt(call, true, List.of(legOf(ANN)), false)), pbx.rung);

        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void aLineWhoseEndNobodyHeardIsFreeWithTheNextList() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = consulting(floor, call);
        var cancelled = asked(floor.talks().cancelTransfer(call, ANNS));
        assertIsTakenBack(floor, call);
        assertThat(cancelled).isDone();

        clock.pass(Duration.ofSeconds(30));
        tell(list(new LiveAttempt(call, true, List.of(legOf(ANN)), false)));

        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void whoHasJustBeenRungMayBeMissingFromTheList() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        clock.pass(Duration.ofSeconds(1));
        tell(list(onHold(call)));

        assertThat(stage(floor)).contains(Stage.RINGING);
        assertThat(linesLeft(floor)).isEqualTo(8);
    }

    @Test
    void whoseHangingUpNobodyHeardWhileTheAgentTalksToThemBringsTheDebtorBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        OutsideLeg leg = consulting(floor, call);

        clock.pass(Duration.ofSeconds(30));
        tell(new Snapshot(now(), List.of(onHold(call)), pbx.rung, List.of(), List.of(leg)));
        assertThat(stage(floor)).contains(Stage.CONSULTING);
        tell(list(onHold(call)));

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL,
                new Words("Harbour legal hung up", "海港法务部已挂断")));
        assertIsTakenBack(floor, call);
        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void aDebtorWhoIsAskedMeanwhileIsNotPutOnHold() {
        campaigns = List.of(Campaign.in("default", "Default", CampaignMode.PROGRESSIVE).asking(true));
        Floor floor = openFloorWithSlowBooks();
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = transferSlowly(floor, call);

        assertThat(answerOf(floor.hangUp(call, ANNS))).isInstanceOf(Accepted.class);
        assertThat(pbx.asked).containsExactly(call);
        theBooksAnswer();

        assertThat(pbx.held).isEmpty();
        assertThat(why(reply)).contains("not transferred: the call is over");
    }

    @Test
    void aDebtorWhomASupervisorTookOverMeanwhileIsNotPutOnHold() {
        Floor floor = openFloorWithSlowBooks();
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = transferSlowly(floor, call);

        assertThat(answerOf(floor.takeOver(call, SU))).isInstanceOf(Accepted.class);
        LegId phone = pbx.rung.getLast();
        tell(new PbxEvent.AgentLegUp(now(), phone));
        tell(new PbxEvent.Connected(now(), call, phone));
        theBooksAnswer();

        assertThat(pbx.held).isEmpty();
        assertThat(why(reply)).contains("not transferred: a supervisor has taken this call over");
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void forADebtorWhoIsAskedWhileTheHoldIsOnItsWayNobodyIsRung() {
        campaigns = List.of(Campaign.in("default", "Default", CampaignMode.PROGRESSIVE).asking(true));
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = transfer(floor, call);
        int joined = pbx.joined.size();

        assertThat(answerOf(floor.hangUp(call, ANNS))).isInstanceOf(Accepted.class);
        tell(new PbxEvent.Held(now(), call));

        assertThat(pbx.outside).isEmpty();
        assertThat(why(reply)).contains("not transferred: the call is over");
        assertThat(pbx.joined).as("it is not brought back out of the question").hasSize(joined);
    }

    @Test
    void afterALostLinkTheDebtorOfATransferThatCameToNothingIsBroughtBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        OutsideLeg leg = consulting(floor, call);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new Snapshot(now(), List.of(onHold(call)), pbx.rung, List.of(), List.of(leg)));

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL, TalkWords.LINK_DOWN));
        assertIsTakenBack(floor, call);
    }

    @Test
    void aDebtorWhoseHoldIsNotConfirmedBeforeTheLinkIsLostIsBroughtBackToo() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = transfer(floor, call);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new Snapshot(now(), List.of(onHold(call)), pbx.rung, List.of(), List.of()));

        assertThat(why(reply)).contains("not transferred: the link to the PBX is down");
        assertThat(pbx.held).containsExactly(call);
        assertIsTakenBack(floor, call);
    }

    @Test
    void aDebtorWhoWasNotYetPutOnHoldWhenTheLinkWasLostGoesOnTalking() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);
        int joined = pbx.joined.size();

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(legOf(ANN)), false)), pbx.rung);

        assertThat(pbx.joined).hasSize(joined);
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
    }

    @Test
    void anAgentWhoseHeadsetIsGoneWhileTheOtherRingsTalksToNobody() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        tell(new PbxEvent.AgentLegDown(now(), legOf(ANN), new HangupCause(16)));
        clock.pass(Duration.ofSeconds(4));
        thread.tick();

        assertThat(pbx.outsideHungUp).containsExactly(rung());
        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL,
                new Words("your headset is not connected", "您的耳机未连接")));
    }

    @Test
    void aHeadsetThatIsBackAtOnceEndsNothing() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        tell(new PbxEvent.AgentLegDown(now(), legOf(ANN), new HangupCause(16)));
        clock.pass(Duration.ofSeconds(2));
        thread.tick();
        LegId again = pbx.rung.getLast();
        assertThat(again).isNotEqualTo(legOf(ANN));
        tell(new PbxEvent.AgentLegUp(now(), again));
        clock.pass(Duration.ofSeconds(4));
        thread.tick();
        tell(new PbxEvent.OutsideAnswered(now(), rung()));

        assertThat(pbx.outsideConsulted).containsExactly(new FakePbx.OutsideConsultation(again, rung()));
    }

    @Test
    void untilTheDebtorIsOnHoldTheAgentIsToldThatTheyHearAndMayTakeItBack() {
        Floor floor = openFloorWithSlowBooks();
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = transferSlowly(floor, call);

        assertThat(why(asked(floor.talks().hold(call, ANNS)))).contains("still hears you");
        assertThat(asked(floor.talks().cancelTransfer(call, ANNS)).join()).isInstanceOf(Accepted.class);
        assertThat(why(reply)).contains("taken back");
        assertThat(stage(floor)).isEmpty();
        theBooksAnswer();

        assertThat(pbx.held).isEmpty();
    }

    @Test
    void whoIsPutOnHoldAfterItWasTakenBackComesBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);

        assertThat(why(asked(floor.talks().hold(call, ANNS)))).contains("still hears you");
        assertThat(asked(floor.talks().cancelTransfer(call, ANNS)).join()).isInstanceOf(Accepted.class);
        tell(new PbxEvent.Held(now(), call));

        assertThat(pbx.outside).isEmpty();
        assertIsTakenBack(floor, call);
    }

    private Snapshot list(LiveAttempt live) {
        return new Snapshot(now(), List.of(live), pbx.rung, List.of());
    }

    private static LiveAttempt onHold(AttemptId call) {
        return new LiveAttempt(call, true, List.of(), true);
    }

    private Floor openFloorWithSlowBooks() {
        return openFloor(List.of(), task -> {
            if (booksAreSlow) {
                lookUps.add(task);
            } else {
                task.run();
            }
        });
    }

    private CompletableFuture<FloorReply> transferSlowly(Floor floor, AttemptId call) {
        booksAreSlow = true;
        CompletableFuture<FloorReply> reply = transfer(floor, call);
        assertThat(reply).isNotDone();
        return reply;
    }

    private void theBooksAnswer() {
        booksAreSlow = false;
        new ArrayList<>(lookUps).forEach(Runnable::run);
        thread.runAll();
    }
}
