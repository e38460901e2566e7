package com.callfloor.recorder.audio;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SideMeterTest {
    @Test
    void aFullScaleSine_isThreeDecibelsBelowFullScale() {
        SideLevels levels = measure(8_000, sample -> (int) Math.round(32_767 * Math.sin(sample * Math.PI / 20)));

        assertThat(levels.rmsDbfs()).isCloseTo(-3.01, within(0.01));
        assertThat(levels.peakDbfs()).isCloseTo(0, within(0.01));
        assertThat(levels.leadingSilence()).isZero();
        assertThat(levels.silent()).isFalse();
    }

    @Test
    void theMostNegativeSample_isFullScale() {
        assertThat(measure(160, sample -> Short.MIN_VALUE).peakDbfs()).isEqualTo(0);
    }

    @Test
    void digitalSilence_hasAFiniteLevel_andIsSilentThroughout() {
        SideLevels levels = measure(16_000, sample -> 0);

        assertThat(levels.rmsDbfs()).isEqualTo(SideLevels.FLOOR_DBFS);
        assertThat(levels.peakDbfs()).isEqualTo(SideLevels.FLOOR_DBFS);
        assertThat(levels.leadingSilence()).isEqualTo(Duration.ofSeconds(2));
        assertThat(levels.silent()).isTrue();
    }

    @Test
    void lineNoise_isSilence() {
        Random random = new Random(7);

        assertThat(measure(80_000, sample -> random.nextInt(-60, 60)).silent()).isTrue();
    }

    @Test
    void speechAfterAWhile_endsTheLeadingSilenceThere() {
        SideLevels levels = measure(16_000, sample -> sample < 12_000 ? 0 : 3_000);

        assertThat(levels.leadingSilence()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(levels.silent()).isFalse();
    }

    @Test
    void aWordInTheLastUnfinishedWindow_isHeard() {
        SideLevels levels = measure(160 + 100, sample -> sample < 160 ? 0 : 8_000);

        assertThat(levels.silent()).isFalse();
        assertThat(levels.leadingSilence()).isEqualTo(Duration.ofMillis(20));
    }

    private static SideLevels measure(int samples, IntUnaryOperator wave) {
        SideMeter meter = new SideMeter();
        for (int sample = 0; sample < samples; sample++) {
            meter.add((short) wave.applyAsInt(sample));
        }
        return meter.levels();
    }
}
