package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact.Closed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchesTest extends FloorScenario {
    @Test
    void allCallsThatPacingWantsAreReservedInOneGo() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        ready(floor, BO);
        ledger.batches.clear();
        ledger.dueCases(10);

        look(floor);

        assertThat(ledger.batches).singleElement().satisfies(batch -> assertThat(batch).hasSize(2));
        assertThat(pbx.dialed).extracting(DialRequest::attempt)
                .containsExactlyElementsOf(ids(ledger.batches.getFirst()));
    }

    @Test
    void aBatchHasABoundAndWhatIsWantedMeanwhileGoesIntoTheNextOne() {
        var unanswered = new ArrayList<Runnable>();
        Floor floor = openFloor(List.of(), unanswered::add);
        ledger.dueCases(200);
        pacing = FloorLoad.placing(load -> 120 - load.underway() - load.held());

        for (int i = 0; i < 5; i++) {
            look(floor);
        }
        assertThat(unanswered).as("full batches under way").hasSize(2);
        while (!unanswered.isEmpty()) {
            unanswered.removeFirst().run();
            clock.pass(Duration.ofSeconds(2));
            look(floor);
        }

        assertThat(ledger.batches).extracting(List::size).containsExactly(50, 50, 20);
    }

    @Test
    void aLedgerThatFailsClosesEveryAttemptOfTheBatchAndCountsNoneAsUnderWay() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        ready(floor, BO);
        ledger.batches.clear();
        ledger.dueCases(2);
        ledger.away = true;

        look(floor);

        List<AttemptId> batch = ids(ledger.batches.getFirst());
        assertThat(batch).hasSize(2);
        assertThat(facts).filteredOn(Closed.class::isInstance)
                .map(Closed.class::cast)
                .allSatisfy(fact -> assertThat(fact.outcome()).isEqualTo(Outcome.FAILED))
                .extracting(Closed::attempt)
                .containsExactlyElementsOf(batch);
        assertThat(pbx.dialed).isEmpty();

        ledger.away = false;
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void anAnswerThatLacksASlotIsTakenForNoAnswer() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        ready(floor, BO);
        ledger.dueCases(2);
        ledger.forgetsTheLast = true;

        look(floor);

        assertThat(pbx.dialed).isEmpty();
        assertThat(ids(ledger.batches.getLast())).allSatisfy(
                attempt -> assertThat(english(closed(attempt).note()))
                        .isEqualTo("not dialed: its reservation was not confirmed"));
    }

    @Test
    void aBatchThatFindsTooFewCasesRestsTheFloor() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        ready(floor, BO);
        ledger.batches.clear();
        ledger.dueCases(1);
        look(floor);
        assertThat(pbx.dialed).hasSize(1);

        for (int second = 0; second < 4; second++) {
            clock.pass(Duration.ofSeconds(1));
            thread.tick();
        }
        assertThat(ledger.batches).hasSize(1);
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(ledger.batches).extracting(List::size).containsExactly(2, 1);
    }

    private static List<AttemptId> ids(List<Slot> slots) {
        return slots.stream().map(Slot::id).toList();
    }
}
