package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact.Closed;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Agents held before a reservation says whether they are needed, and for calls that a restarted dialer finds. */
class HoldingForReservationsTest extends FloorScenario {
    private final List<Runnable> reservations = new ArrayList<>();

    @Test
    void anIdleAgentIsHeldForEachSlotWhereThereIsOne() {
        Floor floor = openFloor(List.of(), reservations::add);
        pacing = FloorLoad.placing(load -> load.available() * 3);
        ready(floor, ANN);
        thread.tick();
        assertThat(loads.getLast()).as("the two without an agent are under way").isEqualTo(new FloorLoad(0, 2, 1));

        reserve();

        assertThat(ledger.batches.getFirst()).extracting(Slot::agentHeld).containsExactly(true, false, false);
    }

    @Test
    void anAgentWhomTheReservationDoesNotNeedIsFreeAtOnce() {
        Floor floor = openFloor(List.of(), reservations::add);
        ledger.dueCases(1);
        ready(floor, ANN);
        thread.tick();
        assertThat(loads.getLast()).isEqualTo(new FloorLoad(0, 0, 1));

        reserve();

        assertThat(pbx.dialed).hasSize(1);
        assertThat(loads.getLast()).isEqualTo(new FloorLoad(1, 1, 0));
    }

    @Test
    void anAgentWhoseReservationIsDeniedIsFreeAtOnce() {
        Floor floor = openFloor(List.of(), reservations::add);
        ledger.dueCaseDenied();
        ready(floor, ANN);

        reserve();

        assertThat(pbx.dialed).isEmpty();
        assertThat(nextBatch(floor)).extracting(Slot::agentHeld).containsExactly(true);
    }

    @Test
    void anAgentForWhomNothingIsDueIsFreeAtOnce() {
        Floor floor = openFloor(List.of(), reservations::add);
        ready(floor, ANN);

        reserve();

        assertThat(nextBatch(floor)).extracting(Slot::agentHeld).containsExactly(true);
    }

    @Test
    void anAgentWhoseReservationFailedIsFreeAtOnce() {
        Floor floor = openFloor(List.of(), reservations::add);
        ledger.away = true;
        ready(floor, ANN);

        reserve();
        ledger.away = false;
        clock.pass(Duration.ofSeconds(2));

        assertThat(nextBatch(floor)).extracting(Slot::agentHeld).containsExactly(true);
    }

    @Test
    void anAgentWhoLeavesDuringTheReservationLeavesTheCallUndialed() {
        Floor floor = openFloor(List.of(), reservations::add);
        ledger.dueCaseOnceAbandoned();
        ready(floor, ANN);
        wish(floor, ANN, new AgentWish.Break(BreakReason.LUNCH));

        reserve();

        assertThat(pbx.dialed).isEmpty();
        assertThat(facts).filteredOn(Closed.class::isInstance)
                .map(Closed.class::cast)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(english(fact.note())).isEqualTo("not dialed: its held agent left");
                });
    }

    @Test
    void anAgentWhoLeavesDuringTheReservationIsReplacedByOneOfTheSameBatchWhoIsNotNeeded() {
        Floor floor = openFloor(List.of(), reservations::add);
        pacing = FloorLoad.placing(load -> 0);
        ready(floor, ANN);
        clock.pass(Duration.ofSeconds(1));
        ready(floor, BO);
        pacing = new Progressive();
        ledger.dueCaseOnceAbandoned();
        look(floor);
        wish(floor, ANN, new AgentWish.Break(BreakReason.LUNCH));

        reserve();
        tell(new PbxEvent.Answered(now(), onlyDialed()));

        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(BO);
    }

    @Test
    void aDebtorWhoWaitsGetsTheAgentWhoIsNotNeededBeforeACallWhoseAgentLeft() {
        Floor floor = openFloor(List.of(), reservations::add);
        pacing = FloorLoad.placing(load -> 0);
        ready(floor, ANN);
        clock.pass(Duration.ofSeconds(1));
        ready(floor, BO);
        ledger.dueCases(1);
        pacing = FloorLoad.placing(load -> load.underway() == 0 ? 1 : 0);
        look(floor);
        reserve();
        AttemptId waiting = onlyDialed();
        ledger.dueCaseOnceAbandoned();
        pacing = FloorLoad.placing(load -> load.available() == 2 ? 2 : 0);
        look(floor);
        wish(floor, ANN, new AgentWish.Break(BreakReason.LUNCH));
        tell(new PbxEvent.Answered(now(), waiting));
        assertThat(pbx.joined).isEmpty();

        reserve();

        assertThat(pbx.joined).extracting(FakePbx.Join::attempt).containsExactly(waiting);
        assertThat(onlyDialed()).isEqualTo(waiting);
    }

    @Test
    void aRestartedDialerHoldsAnAgentForAPhoneThatStillRings() {
        OpenAttempt open = ringingAttempt();
        LegId leg = new LegId(ANN, 77);
        Floor floor = restarted(open);
        assertThat(pbx.hungUp).as("nothing is ended before the PBX has told what lives").isEmpty();

        link(List.of(new LiveAttempt(open.id(), false, Optional.empty())), List.of(leg));
        assertThat(loads.getLast()).isEqualTo(new FloorLoad(0, 0, 1));
        tell(new PbxEvent.Answered(now(), open.id()));

        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.joined).containsExactly(new FakePbx.Join(open.id(), leg));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void aRestartedDialerEndsAPhoneThatStillRingsAndHasNobodyToBeHeld() {
        OpenAttempt open = ringingAttempt();
        restarted(open);

        link(List.of(new LiveAttempt(open.id(), false, Optional.empty())), List.of());

        assertThat(pbx.hungUp).containsExactly(open.id());
    }

    @Test
    void theAgentSeesWhatTheCallIsFor() {
        Floor floor = openFloor(List.of());
        ledger.dueCaseForInformation();
        ledger.dueCases(1);
        ready(floor, ANN);
        tell(new PbxEvent.Answered(now(), lastDialed()));
        ready(floor, BO);
        tell(new PbxEvent.Answered(now(), lastDialed()));

        assertThat(floor.current().pops())
                .hasEntrySatisfying(ANN, pop -> assertThat(pop.purpose()).isEqualTo(Purpose.INFORMATION))
                .hasEntrySatisfying(BO, pop -> assertThat(pop.purpose()).isEqualTo(Purpose.COLLECTION));
    }

    /** The database answers what was asked of it so far. */
    private void reserve() {
        List<Runnable> asked = List.copyOf(reservations);
        reservations.clear();
        asked.forEach(Runnable::run);
        thread.runAll();
    }

    private List<Slot> nextBatch(Floor floor) {
        look(floor);
        reserve();
        return ledger.batches.getLast();
    }

    private Floor restarted(OpenAttempt open) {
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.Ready(now())), Runnable::run);
        floor.open();
        thread.runAll();
        thread.tick();
        return floor;
    }
}
