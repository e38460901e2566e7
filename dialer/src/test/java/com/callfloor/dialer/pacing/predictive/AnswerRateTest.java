package com.callfloor.dialer.pacing.predictive;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AnswerRateTest {
    private final AnswerRate rate = new AnswerRate();
    private final Random random = new Random(4);

    @Test
    void aSteadyRateIsLearned() {
        call(0.2, 3_000);

        assertThat(rate.mean()).isCloseTo(0.2, within(0.03));
        assertThat(rate.cautious()).isBetween(rate.mean(), 0.26);
    }

    @Test
    void aJumpIsNoticedWithinTwoHundredCalls() {
        call(0.2, 3_000);
        call(0.45, 200);

        assertThat(rate.mean()).isGreaterThan(0.33);
    }

    @Test
    void aQuietSpellDoesNotFloodTheLines() {
        call(0.3, 3_000);
        call(0, 40);

        assertThat(rate.cautious()).isGreaterThan(0.18);
    }

    /** One call a second. */
    private void call(double answered, int calls) {
        for (int i = 0; i < calls; i++) {
            rate.observe(1, random.nextDouble() < answered ? 1 : 0, 1, 20);
        }
    }
}
