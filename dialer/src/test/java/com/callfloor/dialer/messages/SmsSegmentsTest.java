package com.callfloor.dialer.messages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmsSegmentsTest {
    @ParameterizedTest
    @CsvSource({"a, 1, 1", "a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "€, 80, 1", "€, 81, 2", "款, 70, 1",
            "款, 71, 2", "款, 134, 2", "款, 135, 3", "😀, 35, 1", "😀, 36, 2"})
    void aTextIsCutAsTheNetworkCutsIt(String letter, int times, int segments) {
        assertThat(SmsSegments.of(letter.repeat(times))).isEqualTo(segments);
    }
}
