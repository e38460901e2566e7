package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConferencesTest extends FloorScenario {
    private static final Requester ANNS = new Requester.OwnAgent(ANN);
    private static final Requester BOS = new Requester.OwnAgent(BO);
    private static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("92001"));

    private LegId annsLeg = new LegId(ANN, 0);
    private LegId bosLeg = new LegId(BO, 0);

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

    @Test
    void aSupervisorBargesInAndGoesByHangingUp() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        List<FloorChange> told = new ArrayList<>();
        var unused = floor.subscribe(told::add);

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
        List<FloorChange> told = new ArrayList<>();
        var unused = floor.subscribe(told::add);

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
    void afterALostLinkThePbxsWordDecidesWhoIsThere() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.LinkDown(now(), "gone"));
        link(List.of(new LiveAttempt(call, true, List.of(annsLeg, bosLeg), false)), List.of(annsLeg, bosLeg));
        assertThat(live(floor).conference()).isNotNull();
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);

        tell(new PbxEvent.LinkDown(now(), "gone"));
        link(List.of(new LiveAttempt(call, true, List.of(bosLeg), false)), List.of(annsLeg, bosLeg));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(live(floor).conference()).isNull();
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.TOOK_OVER));
    }

    @Test
    void aRestartedDialerFindsAllThree() {
        var anns = new LegId(ANN, 1);
        var bos = new LegId(BO, 2);
        OpenAttempt open = openAttempt(anns);
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id()), BO,
                new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(new LiveAttempt(open.id(), true, List.of(bos, anns), false)), List.of(anns, bos));

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
        assertThat(Objects.requireNonNull(live(floor).conference()).third().id()).isEqualTo(BO);
        assertThat(pbx.legsHungUp).isEmpty();
    }

    @Test
    void aCallThatIsLostIsWrappedUpByItsAgentAndNotByTheThird() {
        Floor floor = openFloor(List.of());
        three(floor);

        clock.pass(Duration.ofSeconds(6));
        tell(new PbxEvent.Snapshot(now(), List.of(), List.of(annsLeg, bosLeg), List.of()));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(facts).noneMatch(fact -> fact instanceof FloorFact.AgentMoved moved && moved.agent().equals(BO)
                && moved.state() instanceof AgentState.WrapUp);
    }

    @Test
    void soItIsWhenItIsLostWhileTheDialerIsDead() {
        OpenAttempt open = openAttempt(new LegId(ANN, 1));
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id()), BO,
                new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
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
    void aDebtorWhomALostLinkLeavesAloneIsInNoTalkOfThree() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.LinkDown(now(), "gone"));
        link(List.of(new LiveAttempt(call, true, List.of(), false)), List.of());

        assertThat(live(floor).conference()).isNull();
        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void aFirstWhomAListDoesNotShowIsBroughtBack() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);
        pbx.conferred.clear();
        clock.pass(Duration.ofSeconds(6));

        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(bosLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(pbx.conferred).containsExactly(new FakePbx.Conference(call, annsLeg, bosLeg));
        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(annsLeg, bosLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));
        clock.pass(Duration.ofSeconds(12));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
        assertThat(live(floor).conference()).isNotNull();
    }

    @Test
    void aListThatIsOlderThanTheTalkOfThreeChangesNothing() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(annsLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));

        assertThat(live(floor).conference()).isNotNull();
    }

    @Test
    void aSupervisorWhoAloneIsThereAfterALostLinkIsStillKnown() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        LegId sus = barged(floor, call);

        tell(new PbxEvent.LinkDown(now(), "gone"));
        link(List.of(new LiveAttempt(call, true, List.of(sus), false)), List.of(annsLeg, sus));

        assertThat(live(floor).agent()).isEqualTo(SU);
        assertThat(live(floor).conference()).isNull();
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

    private AttemptId consulting(Floor floor) {
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        ready(floor, BO);
        bosLeg = pbx.rung.getLast();
        consulted(floor, call);
        return call;
    }

    private void consulted(Floor floor, AttemptId call) {
        var unused = asked(floor.talks().transfer(call, ANNS, BO, TransferKind.WARM));
        tell(new PbxEvent.Held(now(), call));
        tell(new PbxEvent.AgentsMet(now(), annsLeg, bosLeg));
    }

    private AttemptId three(Floor floor) {
        AttemptId call = consulting(floor);
        together(floor, call);
        return call;
    }

    private void together(Floor floor, AttemptId call) {
        CompletableFuture<FloorReply> reply = asked(floor.talks().confer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, bosLeg));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        pbx.parted.clear();
    }

    private LegId barged(Floor floor, AttemptId call) {
        assertThat(asked(floor.bargeIn(ANN, SU)).join()).isInstanceOf(Accepted.class);
        LegId sus = pbx.rung.getLast();
        assertThat(sus.agent()).isEqualTo(SU.id());
        tell(new PbxEvent.AgentLegUp(now(), sus));
        tell(new PbxEvent.Connected(now(), call, sus));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        return sus;
    }

    private static LiveCall live(Floor floor) {
        return floor.current().calls().getFirst();
    }
}
