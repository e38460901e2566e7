package com.callfloor.dialer.testing;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PulsesTest {
    private static final int RATE = 8_000;

    @Test
    void theTimesBetweenPulsesAreReadToAFractionOfAMillisecond() {
        short[] side = new short[10 * RATE];
        int[] begins = {1_234, 9_234, 17_238, 25_234};
        for (int begin : begins) {
            for (int i = 0; i < RATE / 10; i++) {
                side[begin + i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / RATE));
            }
        }

        var onsets = Pulses.onsets(side);

        assertThat(onsets).hasSize(begins.length);
        for (int i = 1; i < begins.length; i++) {
            assertThat(onsets.get(i) - onsets.getFirst())
                    .isCloseTo((begins[i] - begins[0]) * 1_000.0 / RATE, Assertions.within(0.2));
        }
    }

    @Test
    void silenceHasNone() {
        assertThat(Pulses.onsets(new short[RATE])).isEmpty();
    }
}
