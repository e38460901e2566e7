package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A call that may be placed only with an agent held for it, from its dialing to its end. */
class HeldAgentsTest extends FloorScenario {
    private static final String LEFT = "its held agent left";

    private final Floor floor = openFloor(List.of());

    @Test
    void aHeldAgentIsNotAvailableAndTheCallIsNotUnderWayForPacing() {
        heldCall(ANN);
        thread.tick();

        assertThat(loads.getLast()).isEqualTo(new FloorLoad(0, 0, 1));
        assertThat(floor.current().why()).contains("1 held for one call each");
    }

    @Test
    void whoeverAnswersAnotherCallIsNotGivenTheHeldAgent() {
        heldCall(ANN);
        ledger.dueCases(1);
        ready(floor, BO);
        AttemptId other = lastDialed();
        wish(floor, BO, new AgentWish.SignedOut());

        tell(new PbxEvent.Answered(now(), other));

        assertThat(pbx.joined).isEmpty();
    }

    @Test
    void theDebtorIsJoinedWithExactlyTheHeldAgentAtOnce() {
        AttemptId attempt = heldCall(BO);
        ready(floor, ANN);

        tell(new PbxEvent.Answered(now(), attempt));

        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(BO);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @ParameterizedTest
    @MethodSource("waysToLeave")
    void whenTheHeldAgentLeavesAnotherIdleOneIsHeldInstead(Consumer<HeldAgentsTest> leave) {
        AttemptId attempt = heldCall(ANN);
        ready(floor, BO);

        leave.accept(this);
        look(floor);
        assertThat(loads.getLast()).isEqualTo(new FloorLoad(0, 0, 1));
        tell(new PbxEvent.Answered(now(), attempt));

        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(BO);
    }

    @ParameterizedTest
    @MethodSource("waysToLeave")
    void whenTheHeldAgentLeavesAndNobodyElseIsIdleThePhoneStopsRinging(Consumer<HeldAgentsTest> leave) {
        AttemptId attempt = heldCall(ANN);
        tell(new PbxEvent.Ringing(now(), attempt));

        leave.accept(this);
        thread.tick();
        assertThat(pbx.hungUp).containsExactly(attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(english(closed(attempt).note())).isEqualTo(LEFT);
    }

    static Stream<Named<Consumer<HeldAgentsTest>>> waysToLeave() {
        return Stream.of(Named.of("on break", HeldAgentsTest::annTakesABreak),
                Named.of("signed out", test -> test.wish(test.floor, ANN, new AgentWish.SignedOut())),
                Named.of("leg lost", test -> test.tell(new PbxEvent.AgentLegDown(test.now(), test.legOf(ANN),
                        HangupCause.NORMAL))));
    }

    @Test
    void aDebtorWhoWaitsAlreadyIsServedBeforeAnotherAgentIsHeld() {
        AttemptId held = heldCall(ANN);
        ledger.dueCases(1);
        ready(floor, BO);
        AttemptId waiting = lastDialed();
        tell(new PbxEvent.AgentLegDown(now(), legOf(BO), HangupCause.NORMAL));
        tell(new PbxEvent.Answered(now(), waiting));

        // At once, Ann's leg is gone and Bo's is up.
        LegId newLeg = new LegId(BO, 88);
        link(List.of(ringing(held), new LiveAttempt(waiting, true, Optional.empty())), List.of(newLeg));

        assertThat(pbx.joined).containsExactly(new FakePbx.Join(waiting, newLeg));
        assertThat(pbx.hungUp).containsExactly(held);
    }

    @Test
    void aHangUpThatCameBeforeThePbxHadTheCallIsAskedAgainWhenItRings() {
        AttemptId attempt = heldCall(ANN);
        annTakesABreak();

        tell(new PbxEvent.Ringing(now(), attempt));

        assertThat(pbx.hungUp).containsExactly(attempt, attempt);
    }

    @Test
    void aHangUpOfWhichNothingIsHeardIsNotedWithBothReasons() {
        AttemptId attempt = heldCall(ANN);
        annTakesABreak();

        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(english(closed(attempt).note())).isEqualTo(LEFT + "; no word of its end from the PBX");
    }

    @Test
    void anAgentWhoLeftWhileTheLinkWasDownEndsTheCallWhenItIsBackAndItStillRings() {
        AttemptId attempt = heldCall(ANN);
        LegId leg = legOf(ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));
        annTakesABreak();
        assertThat(pbx.hungUp).as("nobody hears it without a link").isEmpty();

        link(List.of(ringing(attempt)), List.of(leg));

        assertThat(pbx.hungUp).containsExactly(attempt);
    }

    @Test
    void aHangUpThatTheLinkSwallowedIsAskedAgain() {
        AttemptId attempt = heldCall(ANN);
        annTakesABreak();
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));

        link(List.of(ringing(attempt)), List.of(legOf(ANN)));

        assertThat(pbx.hungUp).containsExactly(attempt, attempt);
    }

    @Test
    void anAgentWhoWasHeldKeepsTheCallThroughALostLink() {
        AttemptId attempt = heldCall(ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));

        link(List.of(ringing(attempt)), List.of(legOf(ANN)));
        tell(new PbxEvent.Answered(now(), attempt));

        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(ANN);
    }

    @ParameterizedTest
    @MethodSource("waysToEnd")
    void howeverTheCallEndsItsAgentIsFreeForAnyOther(Consumer<HeldAgentsTest> end) {
        heldCall(ANN);
        ledger.batches.clear();

        end.accept(this);

        assertThat(ledger.batches).as("the next call").isNotEmpty();
        assertThat(ledger.batches.getFirst()).extracting(Slot::agentHeld).containsExactly(true);
    }

    static Stream<Named<Consumer<HeldAgentsTest>>> waysToEnd() {
        return Stream.of(
                Named.of("busy", test -> test.tell(new PbxEvent.Ended(test.now(), test.lastDialed(), BUSY))),
                Named.of("refused by the PBX",
                        test -> test.tell(
                                new PbxEvent.DialFailed(test.now(), test.lastDialed(), true, Words.same("no trunk")))),
                Named.of("lost with the link", test -> test.link(List.of(), List.of(test.legOf(ANN)))),
                Named.of("no word from the PBX", test -> {
                    test.clock.pass(Duration.ofSeconds(40));
                    test.thread.tick();
                    test.clock.pass(Duration.ofSeconds(6));
                    test.thread.tick();
                }),
                Named.of("a conversation", HeldAgentsTest::conversation),
                Named.of("the PBX's message", test -> {
                    AttemptId attempt = test.lastDialed();
                    test.tell(new PbxEvent.Answered(test.now(), attempt));
                    test.tell(new PbxEvent.MessageStarted(test.now(), attempt));
                    assertThat(test.ledger.batches).as("it is not over yet").isEmpty();
                    test.tell(new PbxEvent.Ended(test.now(), attempt, HangupCause.NORMAL));
                }));
    }

    private void conversation() {
        AttemptId attempt = lastDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, legOf(ANN)));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(ledger.batches).as("it is not wrapped up yet").isEmpty();
        var unused = floor.dispose(attempt, ANN, WrapUp.of(Disposition.REFUSES, null));
        thread.runAll();
    }

    @Test
    void whenTheJoinFailsTheDebtorGoesToAnotherAgentBeforeAllWhoWait() {
        AttemptId held = heldCall(ANN);
        ledger.dueCases(1);
        ready(floor, BO);
        AttemptId other = lastDialed();
        wish(floor, BO, new AgentWish.Break(BreakReason.REST));
        tell(new PbxEvent.Answered(now(), other));
        clock.pass(Duration.ofMillis(100));
        tell(new PbxEvent.Answered(now(), held));

        tell(new PbxEvent.ConnectFailed(now(), held, legOf(ANN), Words.same("no such channel")));
        wish(floor, BO, new AgentWish.Ready());

        assertThat(pbx.joined).extracting(FakePbx.Join::attempt).containsExactly(held, held, other);
    }

    @Test
    void aJoinThatThePbxMadeAfterAllIsTakenBackByTheHeldAgent() {
        AttemptId attempt = heldCall(ANN);
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.MessageStarted(now(), attempt));

        tell(new PbxEvent.Connected(now(), attempt, legOf(ANN)));

        assertThat(pbx.hungUp).isEmpty();
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    /** Rings, with this agent held for it. */
    private AttemptId heldCall(AgentId agent) {
        ledger.dueCaseOnceAbandoned();
        ready(floor, agent);
        return onlyDialed();
    }

    private void annTakesABreak() {
        wish(floor, ANN, new AgentWish.Break(BreakReason.LUNCH));
    }

    private static LiveAttempt ringing(AttemptId attempt) {
        return new LiveAttempt(attempt, false, Optional.empty());
    }
}
