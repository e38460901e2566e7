package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdoptionTest extends FloorScenario {
    @Test
    void aReservationWhoseOutcomeIsUnknownIsClosedInTheBooks() {
        Floor floor = openFloor(List.of());
        ledger.away = true;
        ready(floor, ANN);

        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance)
                .isNotEmpty()
                .allSatisfy(
                        fact -> assertThat(((FloorFact.Closed) fact).outcome()).isEqualTo(Outcome.FAILED));
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aLostEndOfCallIsMadeGoodByItsDeadline() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Ringing(now(), attempt));

        clock.pass(Duration.ofSeconds(40));
        thread.tick();
        assertThat(pbx.hungUp).containsExactly(attempt);
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(floor.current().calls()).isEmpty();
    }

    @Test
    void aLegThatDropsIsRungAgainWithGrowingPauses() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), HangupCause.NORMAL));
        assertThat(pbx.rung).hasSize(1);

        clock.pass(Duration.ofMillis(600));
        thread.tick();

        assertThat(pbx.rung).hasSize(2);
        assertThat(pbx.rung.get(1)).isNotEqualTo(pbx.rung.get(0));
    }

    @Test
    void aRestartedDialerAdoptsTheCallThatLivesOn() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        Floor floor = restartedIn(open);
        link(List.of(new LiveAttempt(open.id(), true, Optional.of(leg))), List.of(leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(pbx.rung).isEmpty();
        assertThat(pbx.hungUp).isEmpty();

        tell(new PbxEvent.Ended(now(), open.id(), HangupCause.NORMAL));

        assertThat(closed(open.id()).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(recordings).hasSize(1);
    }

    @Test
    void aRestartedDialerClosesTheCallThatIsGoneAndDoesNotDialItAgain() {
        OpenAttempt open = openAttempt(new LegId(ANN, 77));
        Floor floor = restartedIn(open);
        link(List.of(), List.of());

        assertThat(closed(open.id()).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(recordings).hasSize(1);
        assertThat(pbx.dialed).isEmpty();
    }

    /** A demo's simulated clock begins anew with each start. */
    @Test
    void aCallThatWasAnsweredByAClockThatWasSetBackSinceEndsNotBeforeItsAnswer() {
        OpenAttempt open = openAttempt(new LegId(ANN, 77));
        clock.pass(Duration.ofHours(-1));
        Floor floor = restartedIn(open);
        link(List.of(), List.of());

        assertThat(recordings).singleElement()
                .satisfies(ended -> assertThat(ended.endedAt()).isAfterOrEqualTo(ended.answeredAt()));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
    }

    @Test
    void aChannelThatTheBooksDoNotKnowIsEnded() {
        Floor floor = floor(List.of(), Map.of(), Runnable::run);
        floor.open();
        thread.runAll();
        AttemptId stray = AttemptId.next(now(), new Random(5));

        link(List.of(new LiveAttempt(stray, false, Optional.empty())), List.of(new LegId(BO, 3)));

        assertThat(pbx.hungUp).containsExactly(stray);
        assertThat(pbx.legsHungUp).containsExactly(new LegId(BO, 3));
    }

    @Test
    void aCallThatTheBooksHaveClosedAndThatRingsAfterAllIsEnded() {
        openFloor(List.of());
        AttemptId late = AttemptId.next(now(), new Random(6));

        tell(new PbxEvent.Ringing(now(), late));

        assertThat(pbx.hungUp).containsExactly(late);
    }

    @Test
    void whenThePbxComesBackEmptyLegsAreRungAgainAndCallsAreClosed() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.LinkDown(now(), Words.same("connection reset")));
        ledger.dueCases(1);
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(pbx.dialed).as("nothing is dialed without a link").hasSize(1);

        link(List.of(), List.of());
        clock.pass(Duration.ofSeconds(1));
        thread.tick();

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(pbx.rung).hasSize(2);
    }
}
