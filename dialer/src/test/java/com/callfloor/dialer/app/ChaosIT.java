package com.callfloor.dialer.app;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A short storm; {@code bin/floor bench chaos} rages for an hour. */
class ChaosIT {
    private static final Duration STORM = Duration.ofSeconds(25);

    @Test
    void afterAStormNoCallNoChannelAndNoAgentIsLeftOver() throws Exception {
        try (var chaos = new ChaosOnTheFloor(4, STORM, 11)) {
            ChaosOnTheFloor.Remains remains = chaos.rage(STORM);

            assertThat(remains.leftovers()).as(remains::toString).isEmpty();
            assertThat(remains.calls().attempts()).as(remains::toString).isGreaterThan(5);
            assertThat(remains.deeds()).as("a storm").containsKeys("a channel is cut", "an agent leaves");
        }
    }
}
