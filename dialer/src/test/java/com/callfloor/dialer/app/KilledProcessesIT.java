package com.callfloor.dialer.app;

import com.callfloor.dialer.app.KillsOnTheFloor.Recorder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each process is killed once in the middle of a conversation; {@code bin/floor bench kills} does it fifty times, also with a
 * recorder alone beside the PBX, for which the tests have no time.
 */
class KilledProcessesIT {
    @Test
    void noRecordingIsLostOrKeptTwiceWhicheverProcessIsKilled() throws Exception {
        Recorder recorder = Recorder.IN_DIALER;
        int rounds = recorder.victims().size();
        try (var kills = new KillsOnTheFloor(recorder, rounds, 5)) {
            KillsOnTheFloor.Remains remains = kills.rage(rounds);

            assertThat(remains.lost()).as(remains::toString).isEmpty();
            assertThat(remains.killed()).containsOnlyKeys(recorder.victims());
            assertThat(remains.stored()).isGreaterThan(rounds).isEqualTo(remains.answered());
            assertThat(remains.objects()).isEqualTo(remains.stored());
        }
    }
}
