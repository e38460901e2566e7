package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Three in a talk, of whom an agent has asked one in. */
class ConferencesTest extends ConferenceScenario {
    @Test
    void outOfAConsultationAllThreeAreBroughtTogether() {
        Floor floor = openFloor(List.of());
        AttemptId call = consulting(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().confer(call, ANNS));
        assertThat(pbx.conferred).containsExactly(new FakePbx.Conference(call, annsLeg, bosLeg));
        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));
        tell(new PbxEvent.Connected(now(), call, bosLeg));
        assertThat(reply).isNotDone();
        tell(new PbxEvent.Connected(now(), call, annsLeg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        Conference three = Objects.requireNonNull(live(floor).conference());
        assertThat(three.third().id()).isEqualTo(BO);
        assertThat(three.barged()).isFalse();
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).as("it stays Ann's call").isEqualTo(ANN);
        assertThat(Objects.requireNonNull(floor.current().pops().get(BO)).conference()).isEqualTo(three);
        assertThat(facts).contains(new FloorFact.ThirdJoined(now(), call, ANN, BO, false));
        assertThat(facts).noneMatch(FloorFact.Transferred.class::isInstance);
    }

    @Test
    void theFirstLetsTheThirdGoAndTalksOn() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().cancelTransfer(call, ANNS));
        assertThat(pbx.parted).containsExactly(bosLeg);
        assertThat(reply).as("not before they are out").isNotDone();
        tell(new PbxEvent.AgentLegIdle(now(), bosLeg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
        assertThat(live(floor).conference()).isNull();
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.LET_GO));
    }

    @Test
    void theThirdLeavesOrTheirPhoneGoesAwayAndTheFirstTalksOn() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);
        CompletableFuture<FloorReply> reply = asked(floor.talks().cancelTransfer(call, BOS));
        tell(new PbxEvent.AgentLegIdle(now(), bosLeg));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.LEFT));

        consulted(floor, call);
        together(floor, call);
        tell(new PbxEvent.AgentLegDown(now(), bosLeg, HangupCause.NONE));

        assertThat(live(floor).conference()).isNull();
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void theFirstLeavesAndTheThirdHasTheDebtor() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().completeTransfer(call, ANNS));
        assertThat(pbx.parted).containsExactly(annsLeg);
        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.WrapUp(now(), call));
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(live(floor).conference()).isNull();
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.TOOK_OVER),
                new FloorFact.Transferred(now(), call, now(), TransferKind.WARM, ANN, BO, null));
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void aThirdWhoLeavesBeforeTheFirstIsOutLeavesTheDebtorWithTheFirst() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().completeTransfer(call, ANNS));
        tell(new PbxEvent.AgentLegDown(now(), bosLeg, HangupCause.NONE));

        assertThat(why(reply)).contains("the third left before you");
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, annsLeg));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
    }

    /** The PBX sends everybody back to their wait right before it tells the end. */
    @Test
    void theDebtorHangsUpAndItIsOverForAll() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.AgentLegIdle(now(), bosLeg));
        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(facts).noneMatch(FloorFact.Transferred.class::isInstance);
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.CALL_ENDED));
        assertThat(floor.current().pops()).containsOnlyKeys(ANN);
    }

    @Test
    void aThirdWhoseLineWaitsAgainUnaskedIsOutOfIt() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.AgentLegIdle(now(), bosLeg));
        clock.pass(Duration.ofMillis(1_100));
        thread.tick();

        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.LEFT));
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void aFirstWhoseHeadsetIsLostComesBackIntoIt() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.AgentLegDown(now(), annsLeg, HangupCause.NONE));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(live(floor).state()).as("the debtor is not alone").isInstanceOf(CallState.Connected.class);
        LegId again = pbx.rung.getLast();
        tell(new PbxEvent.AgentLegUp(now(), again));
        thread.tick();
        assertThat(pbx.conferred.getLast()).isEqualTo(new FakePbx.Conference(call, again, bosLeg));
        tell(new PbxEvent.Connected(now(), call, again));
        clock.pass(Duration.ofSeconds(20));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
        assertThat(live(floor).conference()).isNotNull();
    }

    @Test
    void aFirstWhoStaysAwayHasLeftItToTheThird() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.AgentLegDown(now(), annsLeg, HangupCause.NONE));
        clock.pass(Duration.ofSeconds(11));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.TOOK_OVER));
    }

    @Test
    void whatThePbxDoesNotDoEndsWithTheDebtorAtTheFirstAndTheReason() {
        Floor floor = openFloor(List.of());
        AttemptId call = consulting(floor);

        CompletableFuture<FloorReply> reply = asked(floor.talks().confer(call, ANNS));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();

        assertThat(why(reply)).contains("the PBX did not do it");
        assertThat(pbx.parted).contains(bosLeg);
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, annsLeg));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void inATalkOfThreeThereIsNoHoldNoTransferAndNoFourth() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        assertThat(why(asked(floor.talks().hold(call, ANNS)))).contains("third");
        assertThat(why(asked(floor.talks().transfer(call, ANNS, BO, TransferKind.WARM)))).contains("third");
        assertThat(why(asked(floor.takeOver(call, SU)))).contains("third");
        assertThat(why(asked(floor.bargeIn(ANN, SU)))).contains("somebody else");
        assertThat(why(asked(floor.talks().completeTransfer(call, BOS)))).contains("not yours");
    }

    @Test
    void withoutAConsultationNobodyIsBroughtTogether() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        assertThat(why(asked(floor.talks().confer(call, ANNS)))).contains("begin a warm transfer first");
        assertThat(why(asked(floor.talks().cancelTransfer(call, ANNS)))).contains("not being transferred");
    }

    /** The PBX tells the end of the call right after. */
    @Test
    void whoIsAwayInPassingOrFromACallThatEndsIsNotBroughtBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);
        clock.pass(Duration.ofSeconds(3));
        pbx.conferred.clear();

        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));
        thread.tick();
        assertThat(pbx.conferred).isEmpty();
        assertThat(asked(floor.hangUp(call, ANNS)).join()).isInstanceOf(Accepted.class);
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(pbx.conferred).isEmpty();
        assertThat(facts).noneMatch(FloorFact.ThirdLeft.class::isInstance);
    }

    @Test
    void aFirstWhoIsAwayAlreadyLeavesItToTheThirdAtOnce() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.AgentLegIdle(now(), annsLeg));
        CompletableFuture<FloorReply> reply = asked(floor.talks().completeTransfer(call, ANNS));

        assertThat(reply).isCompletedWithValue(new Accepted());
        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }
}
