package com.callfloor.dialer.pacing.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AnswerScheduleTest {
    @Test
    void everyFormIsRead() {
        assertThat(AnswerSchedule.parse("0.2").at(5_000)).isEqualTo(0.2);
        assertThat(AnswerSchedule.parse("0:0.2,60:0.45").at(59_999)).isEqualTo(0.2);
        assertThat(AnswerSchedule.parse("0:0.2,60:0.45").at(60_000)).isEqualTo(0.45);
        assertThat(AnswerSchedule.parse("lin:0:0.2,100:0.4").at(50_000)).isCloseTo(0.3, within(1e-9));
        assertThat(AnswerSchedule.parse("lin:0:0.2,100:0.4").at(500_000)).isEqualTo(0.4);
        assertThat(AnswerSchedule.parse("sin:0.25:0.1:7200").at(1_800_000)).isCloseTo(0.35, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "often", "1.2", "0:0.2,60", "0:0.2,60:2", "sin:0.2:0.1", "lin:"})
    void anythingElseIsRefusedWithTheFormsThatThereAre(String text) {
        assertThatThrownBy(() -> AnswerSchedule.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no answer rate")
                .hasMessageContaining("0:0.2,14400:0.45");
    }
}
