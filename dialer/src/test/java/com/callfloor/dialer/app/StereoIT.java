package com.callfloor.dialer.app;

import java.time.Duration;

import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The debtor sends 440 Hz, the agent 1000 Hz: who said what can be told for ever. */
class StereoIT {
    private static final double LOUD = 1_000;
    private static final double HARDLY_THERE = 0.05;

    @Test
    void theDebtorIsLeftAndTheAgentIsRight() throws Exception {
        var debtors = Debtors.numberedFrom(100)
                .with("tone", new Tone(Duration.ofMillis(300), Duration.ofSeconds(4), 440));
        try (var floor = WholeFloor.open(FloorPlan.of("stereo", 1, debtors))) {
            floor.agent(1).ready();

            floor.call("tone", "closed");
            StereoSound sound = floor.sound(floor.recording("tone", "stored"));

            short[] left = StereoSound.middle(sound.left());
            short[] right = StereoSound.middle(sound.right());
            double debtor = StereoSound.amplitude(left, 440);
            double agent = StereoSound.amplitude(right, 1_000);
            assertThat(debtor).isGreaterThan(LOUD);
            assertThat(agent).isGreaterThan(LOUD);
            assertThat(StereoSound.amplitude(left, 1_000)).isLessThan(agent * HARDLY_THERE);
            assertThat(StereoSound.amplitude(right, 440)).isLessThan(debtor * HARDLY_THERE);
        }
    }
}
