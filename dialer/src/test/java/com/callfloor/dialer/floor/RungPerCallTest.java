package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Agents whose phones are on hook between calls. Nobody is dialed before somebody is on the line. */
class RungPerCallTest extends FloorScenario {
    private static final AgentWish READY = new AgentWish.Ready();
    private Floor floor = open();

    private Floor open() {
        headsets = Headsets.RUNG_PER_CALL;
        return openFloor(List.of());
    }

    @Test
    void nobodyIsRungWhileNoCaseIsDue() {
        wish(floor, ANN, READY);

        pass(Duration.ofSeconds(30));

        assertThat(pbx.rung).isEmpty();
        assertThat(view(ANN).leg()).isInstanceOf(AgentLeg.OnHook.class);
    }

    @Test
    void thePhoneIsRungForADueCaseThatTheAgentSeesAndNothingIsReservedBeforeItIsPickedUp() {
        rung(ANN);

        pass(Duration.ofSeconds(15));

        assertThat(view(ANN).leg()).isInstanceOf(AgentLeg.Ringing.class);
        assertThat(requireNonNull(floor.current().previews().get(ANN)).calling()).isTrue();
        assertThat(ledger.single).isEmpty();
        assertThat(floor.current().today().attempts()).isZero();
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void whoPicksUpIsJoinedWithTheDebtorOfThatCaseAndHungUpAfterTheConversation() {
        LegId leg = rung(ANN);
        wish(floor, BO, READY);

        pickUp(leg);
        AttemptId attempt = onlyDialed();
        answer(attempt, leg);
        assertThat(pbx.joined).containsExactly(new FakePbx.Join(attempt, leg));
        assertThat(pbx.legsHungUp).isEmpty();
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(view(ANN).leg()).isInstanceOf(AgentLeg.OnHook.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(recordings).hasSize(1);
        assertThat(pbx.rung).as("nobody else is needed").hasSize(1);
    }

    @Test
    void theNextCaseAfterAWrapUpRingsThePhoneAnew() {
        LegId leg = rung(ANN);
        pickUp(leg);
        AttemptId attempt = onlyDialed();
        answer(attempt, leg);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NORMAL));
        ledger.dueCases(1);
        pass(Duration.ofSeconds(5));
        assertThat(pbx.rung).as("not while it is wrapped up").hasSize(1);

        var unused = floor.dispose(attempt, ANN, WrapUp.of(Disposition.REFUSES, null));
        thread.runAll();
        thread.tick();

        assertThat(pbx.rung).hasSize(2);
        assertThat(pbx.dialed).hasSize(1);
        pickUp(pbx.rung.getLast());
        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void whereNobodyAnswersThePhoneStaysUpForTheNextCaseAndIsHungUpAfterTheLast() {
        ledger.dueCases(1);
        LegId leg = rung(ANN);
        pickUp(leg);
        tell(new PbxEvent.Ended(now(), lastDialed(), BUSY));
        assertThat(pbx.dialed).hasSize(2);
        assertThat(pbx.legsHungUp).isEmpty();

        tell(new PbxEvent.Ended(now(), lastDialed(), BUSY));

        assertThat(pbx.rung).containsExactly(leg);
        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @ParameterizedTest
    @MethodSource("waysNotToPickUp")
    void whoDoesNotPickUpIsAwayAndToldSoAndTheCaseGoesToAnotherAgent(Consumer<RungPerCallTest> notPickedUp) {
        var told = new ArrayList<FloorChange>();
        LegId leg = rung(ANN);
        wish(floor, BO, READY);
        floor.subscribe(told::add);

        ledger.dueCases(1);
        notPickedUp.accept(this);
        thread.tick();
        look(floor);
        thread.tick();

        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.OnBreak(now(), "no_answer"));
        assertThat(told).contains(new FloorChange.AgentChanged(view(ANN)));
        assertThat(view(ANN).leg()).isInstanceOf(AgentLeg.OnHook.class);
        assertThat(floor.current().previews()).containsOnlyKeys(BO);
        assertThat(facts).anyMatch(FloorFact.PutBack.class::isInstance)
                .contains(new FloorFact.AgentMoved(now(), ANN, stateOf(floor, ANN)))
                .noneMatch(FloorFact.AttemptFact.class::isInstance);
        assertThat(pbx.dialed).isEmpty();
        assertThat(pbx.rung).extracting(LegId::agent).containsExactly(ANN, BO);
        pickUp(leg);
        assertThat(pbx.legsHungUp).as("too late").contains(leg);
        assertThat(pbx.dialed).isEmpty();
    }

    static Stream<Named<Consumer<RungPerCallTest>>> waysNotToPickUp() {
        return Stream.of(Named.of("rings for too long", test -> test.clock.pass(Duration.ofMillis(20_001))),
                Named.of("turned away, or no phone is there",
                        test -> test.tell(new PbxEvent.AgentLegDown(test.now(), test.pbx.rung.getLast(),
                                new HangupCause(21)))));
    }

    @Test
    void whoDidNotPickUpIsRungAgainOnceReadyAgain() {
        rung(ANN);
        pass(Duration.ofMillis(20_001));
        ledger.dueCases(1);
        pass(Duration.ofMinutes(1));
        assertThat(pbx.rung).hasSize(1);

        wish(floor, ANN, READY);
        thread.tick();

        assertThat(pbx.rung).hasSize(2);
        pickUp(pbx.rung.getLast());
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void aBreakTakenWhileThePhoneRingsStopsItAndIsNoFailureToPickUp() {
        LegId leg = rung(ANN);

        wish(floor, ANN, new AgentWish.Break(BreakReason.LUNCH));
        assertThat(pbx.legsHungUp).containsExactly(leg);
        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NORMAL));
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.OnBreak(now(), "lunch"));
        assertThat(facts).anyMatch(FloorFact.PutBack.class::isInstance);

        wish(floor, ANN, READY);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void anAgentWhoPutsThePhoneDownBeforeTheAnswerEndsTheCall() {
        LegId leg = rung(ANN);
        pickUp(leg);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Ringing(now(), attempt));

        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NORMAL));

        assertThat(pbx.hungUp).containsExactly(attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(english(closed(attempt).note())).isEqualTo("its held agent left");
    }

    @Test
    void anAgentWhoPutsThePhoneDownInAConversationIsNotRungForIt() {
        LegId leg = rung(ANN);
        pickUp(leg);
        AttemptId attempt = onlyDialed();
        answer(attempt, leg);

        tell(new PbxEvent.AgentLegDown(now(), leg, HangupCause.NORMAL));
        pass(Duration.ofSeconds(3));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(pbx.rung).hasSize(1);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void pausingStopsThePhonesThatRing() {
        LegId leg = rung(ANN);

        mode(floor, CampaignMode.PAUSED);
        thread.tick();

        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(facts).anyMatch(FloorFact.PutBack.class::isInstance);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void noMorePhonesAreRungThanThereAreLines() {
        trunks = List.of(new Trunk("carrier", 1, 10, List.of()));
        floor = open();
        ledger.dueCases(2);

        wish(floor, ANN, READY);
        wish(floor, BO, READY);
        thread.tick();

        assertThat(pbx.rung).hasSize(1);
    }

    @Test
    void anAgentDoesNotListenToSilenceForEver() {
        LegId leg = rung(ANN);
        unwritten = 3;
        pickUp(leg);
        pass(Duration.ofSeconds(29));
        assertThat(pbx.legsHungUp).isEmpty();

        pass(Duration.ofSeconds(2));

        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(pbx.dialed).isEmpty();
        assertThat(ledger.single).isEmpty();
        assertThat(facts).anyMatch(FloorFact.PutBack.class::isInstance);
    }

    @Test
    void aPhoneThatStillRingsWhenTheLinkIsBackRingsOn() {
        LegId leg = rung(ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));

        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(), List.of(), List.of(), List.of(leg)));
        tell(new PbxEvent.OptOutsTold(now()));
        pickUp(leg);

        assertThat(pbx.rung).containsExactly(leg);
        assertThat(pbx.legsHungUp).isEmpty();
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void whoPicksUpWhileTheLinkIsDownGetsTheCallWhenItIsBack() {
        LegId leg = rung(ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));
        pass(Duration.ofSeconds(25));

        link(List.of(), List.of(leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void aRingThatWentWithTheLinkIsNoFaultOfTheAgents() {
        rung(ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));
        ledger.dueCases(1);

        link(List.of(), List.of());
        clock.pass(Duration.ofSeconds(1));
        look(floor);
        thread.tick();

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(pbx.rung).hasSize(2);
    }

    @Test
    void aListOfThePbxLeavesThePhonesOfCallsAlone() {
        LegId ringing = rung(ANN);
        clock.pass(Duration.ofSeconds(10));
        tell(new PbxEvent.Snapshot(now(), List.of(), List.of(), List.of(ringing)));
        pickUp(ringing);
        AttemptId attempt = onlyDialed();
        clock.pass(Duration.ofSeconds(10));

        tell(new PbxEvent.Snapshot(now(),
                List.of(new PbxEvent.LiveAttempt(attempt, false, Optional.empty())), List.of(ringing),
                List.of()));

        assertThat(pbx.legsHungUp).isEmpty();
        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.rung).containsExactly(ringing);
    }

    @Test
    void aLegWhoseHangUpWasLostIsHungUpAgain() {
        LegId leg = rung(ANN);
        pickUp(leg);
        tell(new PbxEvent.Ended(now(), onlyDialed(), BUSY));
        clock.pass(Duration.ofSeconds(30));

        tell(new PbxEvent.Snapshot(now(), List.of(), List.of(leg), List.of()));

        assertThat(pbx.legsHungUp).containsExactly(leg, leg);
    }

    @Test
    void aRestartedDialerKeepsThePhoneOfACallThatRingsAndHangsUpTheOthers() {
        var open = ringingAttempt();
        LegId annsLeg = new LegId(ANN, 70);
        LegId bosLeg = new LegId(BO, 71);
        LegId strayRing = new LegId(BO, 72);
        floor = floor(List.of(open), Map.of(ANN, new AgentState.Ready(now().minusSeconds(60)), BO,
                new AgentState.OnBreak(now(), "lunch")), Runnable::run);
        floor.open();
        thread.runAll();

        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(),
                List.of(new PbxEvent.LiveAttempt(open.id(), false, Optional.empty())),
                List.of(annsLeg, bosLeg), List.of(strayRing)));

        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.legsHungUp).containsExactlyInAnyOrder(bosLeg, strayRing);
        tell(new PbxEvent.Answered(now(), open.id()));
        assertThat(pbx.joined).containsExactly(new FakePbx.Join(open.id(), annsLeg));
    }

    @Test
    void inModePreviewTheAgentLooksWithThePhoneOnHookAndIsRungForTheCall() {
        mode(floor, CampaignMode.PREVIEW);
        ledger.dueCases(1);
        wish(floor, ANN, READY);
        pass(Duration.ofSeconds(10));
        assertThat(pbx.rung).isEmpty();
        AttemptId preview = requireNonNull(floor.current().previews().get(ANN)).id();

        assertThat(answerOf(floor.callPreviewed(preview, ANN))).isEqualTo(new Accepted());
        thread.tick();
        assertThat(pbx.rung).hasSize(1);
        assertThat(pbx.dialed).isEmpty();
        pickUp(pbx.rung.getLast());

        assertThat(onlyDialed()).isEqualTo(preview);
    }

    @Test
    void inModeManualTheAgentIsRungForTheChosenCase() {
        mode(floor, CampaignMode.MANUAL);
        wish(floor, ANN, READY);

        assertThat(answerOf(floor.call(new CaseId(7), ANN))).isEqualTo(new Accepted());
        thread.tick();
        assertThat(ledger.single).isEmpty();
        pickUp(pbx.rung.getLast());

        assertThat(ledger.single).containsExactly(new CaseId(7));
        answer(onlyDialed(), pbx.rung.getLast());
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void whatTheRulesDenyOnceThePhoneIsPickedUpIsToldAndThePhoneHungUp() {
        var told = new ArrayList<FloorChange>();
        mode(floor, CampaignMode.MANUAL);
        wish(floor, ANN, READY);
        var unused = answerOf(floor.call(new CaseId(7), ANN));
        thread.tick();
        floor.subscribe(told::add);
        ledger.denyNext = true;

        pickUp(pbx.rung.getLast());

        assertThat(told).anyMatch(change -> change instanceof FloorChange.CallDenied denied
                && denied.agent().equals(ANN));
        assertThat(pbx.dialed).isEmpty();
        assertThat(pbx.legsHungUp).containsExactlyElementsOf(pbx.rung);
    }

    @Test
    void aModeThatDialsAheadHasThePhonesUpBeforeItDialsAndUntilTheBreak() {
        mode(floor, CampaignMode.RATIO);
        ledger.dueCases(2);
        wish(floor, ANN, READY);
        thread.tick();
        assertThat(pbx.dialed).isEmpty();
        LegId leg = pbx.rung.getLast();

        pickUp(leg);
        assertThat(pbx.dialed).hasSize(2);
        answer(pbx.dialed.getFirst().attempt(), leg);
        tell(new PbxEvent.Ended(now(), pbx.dialed.getFirst().attempt(), HangupCause.NORMAL));
        assertThat(pbx.legsHungUp).as("the other debtor may answer while it is wrapped up").isEmpty();
        var unused = floor.dispose(pbx.dialed.getFirst().attempt(), ANN, WrapUp.of(Disposition.CALL_BACK, null));
        thread.runAll();
        assertThat(pbx.legsHungUp).isEmpty();
        wish(floor, ANN, new AgentWish.Break(BreakReason.REST));

        assertThat(pbx.legsHungUp).containsExactly(leg);
        assertThat(pbx.rung).containsExactly(leg);
    }

    @Test
    void debtorsOfAModeThatDialedAheadStillFindWhoIsOnTheLine() {
        mode(floor, CampaignMode.RATIO);
        ledger.dueCases(1);
        wish(floor, ANN, READY);
        wish(floor, BO, READY);
        thread.tick();
        pbx.rung.forEach(this::pickUp);
        AttemptId attempt = onlyDialed();

        mode(floor, CampaignMode.PROGRESSIVE);

        assertThat(pbx.legsHungUp).as("one of the two").hasSize(1);
        tell(new PbxEvent.Answered(now(), attempt));
        assertThat(pbx.joined).hasSize(1);
    }

    /** A case is due, and this agent's phone rings for it. */
    private LegId rung(AgentId agent) {
        ledger.dueCases(1);
        wish(floor, agent, READY);
        thread.tick();
        LegId leg = pbx.rung.getLast();
        assertThat(leg.agent()).isEqualTo(agent);
        return leg;
    }

    private void pickUp(LegId leg) {
        tell(new PbxEvent.AgentLegUp(now(), leg));
    }

    private void answer(AttemptId attempt, LegId leg) {
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, leg));
    }

    private void pass(Duration time) {
        clock.pass(time);
        thread.tick();
    }

    private AgentView view(AgentId agent) {
        return floor.current()
                .agents()
                .stream()
                .filter(one -> one.agent().id().equals(agent))
                .findFirst()
                .orElseThrow();
    }
}
