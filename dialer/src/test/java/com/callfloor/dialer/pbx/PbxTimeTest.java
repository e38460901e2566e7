package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PbxTimeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private Instant now = NOON;
    private final PbxTime time = new PbxTime(() -> now);

    @Test
    void anEventThatIsReadLateKeepsItsTime() {
        read(NOON, Duration.ofMillis(1));

        Instant told = read(NOON.plusSeconds(5), Duration.ofMillis(900));

        assertThat(told).isEqualTo(NOON.plusSeconds(5).plusMillis(1));
    }

    @Test
    void aPbxWhoseClockIsWrongIsReadByTheFloorsClock() {
        Instant hourBehind = NOON.minusSeconds(3600);
        tell(hourBehind, NOON);

        assertThat(tell(hourBehind.plusSeconds(7), NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void nothingIsToldToHaveHappenedInTheFuture() {
        tell(NOON, NOON.plusMillis(500));

        assertThat(tell(NOON.plusSeconds(3), NOON.plusSeconds(3).plusMillis(1)))
                .isEqualTo(NOON.plusSeconds(3).plusMillis(1));
    }

    @Test
    void clocksMayDriftApart() {
        read(NOON, Duration.ZERO);
        Duration drift = Duration.ofMillis(300);
        for (int minute = 1; minute <= 4; minute++) {
            read(NOON.plusSeconds(61L * minute), drift);
        }

        Instant stamped = NOON.plusSeconds(300);
        assertThat(read(stamped, drift)).isEqualTo(stamped.plus(drift));
    }

    @Test
    void anEventWithoutAStampHappensWhenItIsRead() {
        now = NOON.plusSeconds(2);

        time.during(null, () -> assertThat(time.instant()).isEqualTo(NOON.plusSeconds(2)));
    }

    private Instant read(Instant stamped, Duration late) {
        return tell(stamped, stamped.plus(late));
    }

    private Instant tell(Instant stamped, Instant readAt) {
        now = readAt;
        Instant[] told = new Instant[1];
        time.during(stamped.toEpochMilli() / 1000.0, () -> told[0] = time.instant());
        return told[0];
    }
}
