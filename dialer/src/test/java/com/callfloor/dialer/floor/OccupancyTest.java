package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How much of their time agents are busy, at any moment. */
class OccupancyTest extends FloorScenario {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Floor floor = openFloor(List.of());

    @Test
    void whoWaitsForTheFirstCallIsNotBusy() {
        ready(floor, ANN);
        clock.pass(MINUTE);

        assertThat(occupancy()).isZero();
    }

    @Test
    void aTalkCountsWhileItLastsAndSoDoesTheWaitOfTheOther() {
        talk(floor);
        ready(floor, BO);
        clock.pass(MINUTE);
        assertThat(occupancy()).isEqualTo(0.5, within(0.001));

        wish(floor, BO, new AgentWish.Break(BreakReason.LUNCH));
        assertThat(floor.current().occupancy()).as("on the wall").isEqualTo(0.5, within(0.001));
        clock.pass(MINUTE);

        assertThat(occupancy()).as("two minutes of Ann's talk, one of Bo's wait").isEqualTo(2 / 3.0, within(0.001));
    }

    @Test
    void wrapUpIsBusyToo() {
        AttemptId call = talk(floor);
        clock.pass(MINUTE);
        tell(new PbxEvent.Ended(now(), call, new HangupCause(16)));
        clock.pass(MINUTE);

        assertThat(occupancy()).isEqualTo(1, within(0.001));
    }

    private double occupancy() {
        var tallies = floor.tallies().toCompletableFuture();
        thread.runAll();
        return tallies.join().occupancy();
    }
}
