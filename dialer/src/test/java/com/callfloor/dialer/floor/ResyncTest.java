package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.Snapshot;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Events get lost; the list that the floor asks for every 30 s makes good for them. */
class ResyncTest extends FloorScenario {
    @Test
    void theFloorAsksEveryThirtySecondsWhileTheLinkIsUp() {
        openFloor(List.of());
        clock.pass(Duration.ofSeconds(29));
        thread.tick();
        assertThat(pbx.snapshotsAsked).isZero();

        clock.pass(Duration.ofSeconds(1));
        thread.tick();
        thread.tick();
        assertThat(pbx.snapshotsAsked).isEqualTo(1);

        tell(new PbxEvent.LinkDown(now(), Words.same("test")));
        clock.pass(Duration.ofSeconds(60));
        thread.tick();
        assertThat(pbx.snapshotsAsked).isEqualTo(1);
    }

    @Test
    void aCallWhoseEndWasLostIsClosedAndItsAgentSetFree() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = connectedCall(floor);
        LegId leg = pbx.joined.getFirst().leg();
        clock.pass(Duration.ofSeconds(30));

        tell(list(List.of(), List.of(leg)));

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(pbx.legsHungUp).isEmpty();
    }

    @Test
    void aCallThatIsBeingPlacedIsLeftAlone() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        LegId leg = pbx.rung.getLast();
        AttemptId attempt = onlyDialed();
        clock.pass(Duration.ofSeconds(4));

        tell(list(List.of(), List.of(leg)));
        assertThat(floor.current().calls()).hasSize(1);
        clock.pass(Duration.ofSeconds(2));
        tell(list(List.of(), List.of(leg)));

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void aCallThatTheFloorDoesNotKnowIsEnded() {
        openFloor(List.of());
        AttemptId stray = AttemptId.next(now(), new Random(7));
        LegId strayLeg = new LegId(BO, 3);

        tell(new Snapshot(now(), List.of(new LiveAttempt(stray, true, Optional.empty())), List.of(),
                List.of(strayLeg)));

        assertThat(pbx.hungUp).containsExactly(stray);
        assertThat(pbx.legsHungUp).containsExactly(strayLeg);
    }

    @Test
    void anAgentWhoseLegIsGoneIsRungAgain() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        clock.pass(Duration.ofSeconds(30));

        tell(list(List.of(), List.of()));
        clock.pass(Duration.ofSeconds(1));
        thread.tick();

        assertThat(pbx.rung).hasSize(2);
    }

    @Test
    void aHeadsetThatStillRingsIsNeitherUpNorGone() {
        Floor floor = openFloor(List.of());
        wish(floor, ANN, new AgentWish.Ready());
        thread.tick();
        LegId ringing = pbx.rung.getLast();
        ledger.dueCases(1);
        clock.pass(Duration.ofSeconds(10));

        tell(new Snapshot(now(), List.of(), List.of(), List.of(ringing)));

        assertThat(pbx.rung).hasSize(1);
        assertThat(pbx.legsHungUp).isEmpty();
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aJoinThatWasNotHeardOfIsMadeGood() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        LegId leg = pbx.joined.getFirst().leg();

        tell(list(List.of(new LiveAttempt(attempt, true, Optional.of(leg))), List.of(leg)));

        assertThat(attemptFacts(attempt)).last().isInstanceOf(FloorFact.Connected.class);
    }

    @Test
    void aListThatHoldsWhatTheBooksHoldChangesNothing() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = connectedCall(floor);
        LegId leg = pbx.joined.getFirst().leg();
        clock.pass(Duration.ofSeconds(30));
        var before = floor.current().calls();
        int written = facts.size();

        tell(list(List.of(new LiveAttempt(attempt, true, Optional.of(leg))), List.of(leg)));

        assertThat(floor.current().calls()).isEqualTo(before);
        assertThat(facts).hasSize(written);
        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.legsHungUp).isEmpty();
    }

    private AttemptId connectedCall(Floor floor) {
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));
        return attempt;
    }

    private Snapshot list(List<LiveAttempt> attempts, List<LegId> legs) {
        return new Snapshot(now(), attempts, legs, List.of());
    }
}
