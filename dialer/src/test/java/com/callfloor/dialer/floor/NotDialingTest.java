package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NotDialingTest extends FloorScenario {
    @Test
    void nothingIsDialedWhileTheDatabaseIsAwayAndDialingGoesOnWhenItIsBack() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ledger.away = true;
        ready(floor, ANN);
        for (int second = 0; second < 20; second++) {
            clock.pass(Duration.ofSeconds(1));
            thread.tick();
        }
        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().links().databaseUp()).isFalse();
        assertThat(ledger.asked()).as("asked once a second, not in a hot loop").isBetween(10, 25);

        ledger.away = false;
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void factsThatCannotBeWrittenKeepTheGateShut() {
        Floor floor = openFloor(List.of());
        unwritten = 3;
        ready(floor, ANN);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.tick();

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).contains("database");
    }

    @Test
    void aCallThatCannotBeRecordedIsNotMade() {
        cannotRecord = Optional.of(new Words("the recordings' folder is full", "录音目录已满"));
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).isEqualTo("the recordings' folder is full");
    }

    @Test
    void aReservationThatComesTooLateIsNotDialed() {
        var slow = new ArrayList<Runnable>();
        Floor floor = openFloor(List.of(), slow::add);
        ledger.dueCases(1);
        ready(floor, ANN);

        slow.getFirst().run();
        clock.pass(Duration.ofSeconds(10));
        thread.runAll();

        assertThat(pbx.dialed).isEmpty();
        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(((FloorFact.Closed) fact).outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void pausedMeansNoNewCall() {
        Floor floor = openFloor(List.of());
        floor.mode("default", CampaignMode.PAUSED);
        thread.runAll();
        ledger.dueCases(1);
        ready(floor, ANN);

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).contains("paused");
    }
}
