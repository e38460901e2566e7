package com.callfloor.recorder.service;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTest {
    @Test
    void withoutAny_allAreZero() {
        assertThat(new Latencies(4).summary())
                .isEqualTo(new LatencySummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void ranksAreNearestRanks() {
        Latencies latencies = new Latencies(200);
        for (int ms = 100; ms >= 1; ms--) {
            latencies.add(Duration.ofMillis(ms));
        }

        assertThat(latencies.summary()).isEqualTo(
                new LatencySummary(100, Duration.ofMillis(50), Duration.ofMillis(99), Duration.ofMillis(100)));
    }

    @Test
    void theOldestAreForgotten() {
        Latencies latencies = new Latencies(2);
        latencies.add(Duration.ofHours(1));
        latencies.add(Duration.ofMillis(1));
        latencies.add(Duration.ofMillis(2));

        assertThat(latencies.summary().max()).isEqualTo(Duration.ofMillis(2));
        assertThat(latencies.summary().count()).isEqualTo(2);
    }
}
