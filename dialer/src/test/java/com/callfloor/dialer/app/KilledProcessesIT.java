package com.callfloor.dialer.app;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each process is killed once in the middle of a conversation; {@code bin/floor bench kills} does it fifty times. */
class KilledProcessesIT {
    private static final int ROUNDS = KillsOnTheFloor.Victim.values().length;

    @Test
    void noRecordingIsLostWhicheverProcessIsKilled() throws Exception {
        try (var kills = new KillsOnTheFloor(ROUNDS, 5)) {
            KillsOnTheFloor.Remains remains = kills.rage(ROUNDS);

            assertThat(remains.lost()).as(remains::toString).isEmpty();
            assertThat(remains.killed()).containsOnlyKeys(KillsOnTheFloor.Victim.values());
            assertThat(remains.stored()).isGreaterThan(ROUNDS);
        }
    }
}
