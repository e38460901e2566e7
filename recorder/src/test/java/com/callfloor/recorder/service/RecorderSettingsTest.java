package com.callfloor.recorder.service;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecorderSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "5, 8000", "6, 15000", "1000000, 15000"})
    void pausesDoubleUpToTheSlowest(int tries, long pauseMs) {
        assertThat(RecorderSettings.defaults().pauseAfter(tries)).isEqualTo(Duration.ofMillis(pauseMs));
    }

    @Test
    void settingsThatCannotWork_areRefusedByName() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RecorderSettings(0, second, second, second, second))
                .hasMessageContaining("parallelism is 0");
        assertThatThrownBy(() -> new RecorderSettings(1, Duration.ZERO, second, second, second))
                .hasMessageContaining("reconcileEvery is PT0S");
    }
}
