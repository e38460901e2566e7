package com.callfloor.dialer.webhooks;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {
    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT30S", "3, PT2M", "4, PT10M", "5, PT1H", "6, PT6H", "7, PT24H"})
    void eachWaitIsLongerThanTheOneBefore(int tries, Duration wait) {
        assertThat(RetrySchedule.after(tries, 0.5)).contains(wait);
    }

    @Test
    void aWaitIsLongerOrShorterByUpToAFifth() {
        assertThat(RetrySchedule.after(3, 0)).contains(Duration.ofSeconds(96));
        assertThat(RetrySchedule.after(3, Math.nextDown(1.0))).contains(Duration.ofSeconds(144));
    }

    @Test
    void theEighthTryIsTheLast() {
        assertThat(RetrySchedule.after(8, 0.5)).isEmpty();
    }
}
