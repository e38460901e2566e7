package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.trunks.CallerId;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A call that its trunk refuses goes out through the next one. */
class FailoverTest extends FloorScenario {
    private static final HangupCause NO_CIRCUIT = new HangupCause(34);
    private static final PhoneNumber OURS = new PhoneNumber("+862160000001");

    private Floor floor;
    private AttemptId attempt;

    @BeforeEach
    void aCallIsPlacedThroughTheFirstOfTwoTrunks() {
        trunks = List.of(new Trunk("first", 10, 10, List.of()),
                new Trunk("second", 10, 10, List.of(new CallerId(OURS, Set.of("*")))));
        floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        attempt = onlyDialed();
        assertThat(pbx.dialed.getFirst().trunk()).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 34, 38, 41, 42, 44, 47, 58})
    void aCauseThatIsTheTrunksPlacesTheSameAttemptThroughTheNext(int cause) {
        clock.pass(Duration.ofSeconds(1));
        tell(new PbxEvent.Ended(now(), attempt, new HangupCause(cause)));

        DialRequest again = pbx.dialed.getLast();
        assertThat(pbx.dialed).hasSize(2);
        assertThat(again.attempt()).isEqualTo(attempt);
        assertThat(again.trunk()).isEqualTo("second");
        assertThat(again.callerId()).isEqualTo(OURS);
        assertThat(again.ringTimeout()).isEqualTo(Duration.ofSeconds(2 + 25));
        assertThat(floor.current().today().attempts()).isEqualTo(1);
    }

    @Test
    void soDoesATrunkThatThePbxCannotUse() {
        tell(new PbxEvent.DialFailed(now(), attempt, true, Words.same("no such endpoint")));
        assertThat(pbx.dialed).extracting(DialRequest::trunk).containsExactly("first", "second");
    }

    @Test
    void theBooksTellBothWays() {
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));
        tell(new PbxEvent.Ringing(now(), attempt));
        tell(new PbxEvent.Ended(now(), attempt, new HangupCause(19)));

        assertThat(attemptFacts(attempt)).filteredOn(FloorFact.Dialed.class::isInstance)
                .containsExactly(new FloorFact.Dialed(now(), attempt, "first", null),
                        new FloorFact.Dialed(now(), attempt, "second", OURS));
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(english(closed(attempt).note())).isEqualTo("trunk first refused it: cause 34");
    }

    @Test
    void whereEveryTrunkRefusesTheAttemptIsClosedWithTheLastCause() {
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));
        tell(new PbxEvent.Ended(now(), attempt, new HangupCause(38)));

        assertThat(pbx.dialed).hasSize(2);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONGESTION);
        assertThat(closed(attempt).cause()).isEqualTo(new HangupCause(38));
        assertThat(closed(attempt).rang()).isFalse();
    }

    @Test
    void aPhoneThatRangIsNeverCalledAgain() {
        tell(new PbxEvent.Ringing(now(), attempt));
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));

        assertThat(pbx.dialed).hasSize(1);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(closed(attempt).rang()).isTrue();
    }

    @Test
    void neitherIsOneThatMayHaveRungUnheard() {
        tell(new PbxEvent.EarlyMedia(now(), attempt));
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));

        assertThat(pbx.dialed).hasSize(1);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(closed(attempt).rang()).as("in doubt it counts as rung").isTrue();
        assertThat(attemptFacts(attempt)).contains(new FloorFact.EarlyMedia(now(), attempt));
    }

    @Test
    void aCauseThatIsTheNumbersIsNotTriedElsewhere() {
        tell(new PbxEvent.Ended(now(), attempt, new HangupCause(1)));
        assertThat(pbx.dialed).hasSize(1);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void anOldReservationIsNotPlacedAgain() {
        clock.pass(Duration.ofMillis(3_001));
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));

        assertThat(pbx.dialed).hasSize(1);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONGESTION);
    }

    @Test
    void aPausedCampaignPlacesNothingAgain() {
        var unused = floor.mode("default", CampaignMode.PAUSED);
        thread.runAll();
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void whereNoCallCanBeRecordedNothingIsPlacedAgain() {
        cannotRecord = Optional.of(new Words("the disk is full", "磁盘已满"));
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void aLostLinkIsNoTrunksFault() {
        tell(new PbxEvent.DialFailed(now(), attempt, false, Words.same("the link to the PBX is down")));
        assertThat(pbx.dialed).hasSize(1);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void noMoreIsReservedThanTheTrunksHaveRoomFor() {
        tell(new PbxEvent.Ended(now(), attempt, new HangupCause(17)));
        pacing = FloorLoad.placing(load -> 50 - load.underway());
        ledger.dueCases(50);

        look(floor);

        assertThat(ledger.batches.getLast().size()).as("4 tokens are left of the first trunk's 5, and 5 of the other's")
                .isEqualTo(9);
        assertThat(pbx.dialed).extracting(DialRequest::trunk)
                .containsExactly("first", "first", "first", "first", "first", "second", "second", "second", "second",
                        "second");
        assertThat(floor.current().why()).contains("every trunk is at its limit");
    }

    @Test
    void theTrunksAreShownAsTheyStand() {
        tell(new PbxEvent.Ended(now(), attempt, NO_CIRCUIT));
        var views = floor.trunks().toCompletableFuture();
        thread.runAll();

        assertThat(views.join()).extracting(view -> view.trunk().name() + " " + view.inUse())
                .containsExactly("first 0", "second 1");
    }

    /** Else a list of engaged numbers would keep the trunk on trial, with one call at a time. */
    @Test
    void anEngagedNumberShowsThatItsTrunkWorks() {
        trunks = List.of(new Trunk("only", 10, 10, List.of()));
        floor = openFloor(List.of());
        ledger.dueCases(6);
        ready(floor, ANN);
        for (int cause : new int[]{34, 34, 17, 34}) {
            clock.pass(Duration.ofSeconds(1));
            tell(new PbxEvent.Ended(now(), pbx.dialed.getLast().attempt(), new HangupCause(cause)));
        }

        assertThat(pbx.dialed).filteredOn(dialed -> dialed.trunk().equals("only")).hasSize(5);
    }
}
