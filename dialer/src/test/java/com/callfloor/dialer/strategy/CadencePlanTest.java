package com.callfloor.dialer.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When the cadence of a stage wants a case to be called again. */
class CadencePlanTest {
    private static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 14, 21})
    void calledWhenItIsWantedACaseHasExactlySoManyCallsAWeek(int aWeek) {
        List<Instant> calls = calls(aWeek, () -> Duration.ZERO);

        for (int week = 0; week < 5; week++) {
            Instant from = START.plus(WEEK.multipliedBy(week));
            assertThat(calls.stream().filter(each -> !each.isBefore(from) && each.isBefore(from.plus(WEEK))))
                    .hasSize(aWeek);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 14, 21})
    void howeverLateItIsCalledItHasNeverMoreCallsInAnySevenDays(int aWeek) {
        var random = new Random(aWeek);
        for (int floor = 0; floor < 100; floor++) {
            List<Instant> calls = calls(aWeek, () -> Duration.ofMinutes(random.nextInt(5_000)));

            for (int i = aWeek; i < calls.size(); i++) {
                assertThat(calls.get(i)).isAfterOrEqualTo(calls.get(i - aWeek).plus(WEEK));
            }
        }
    }

    private static List<Instant> calls(int aWeek, Supplier<Duration> late) {
        List<Instant> calls = new ArrayList<>();
        Instant now = START;
        while (now.isBefore(START.plus(Duration.ofDays(40)))) {
            calls.add(now);
            now = CadencePlan.next(aWeek, calls, false, now).orElseThrow().plus(late.get());
        }
        return calls;
    }

    @Test
    void whoIsBehindIsWantedEarlierThanWhoIsNot() {
        Instant thursday = START.plus(Duration.ofDays(3));

        Instant onTime = CadencePlan.next(3, List.of(START, thursday), false, thursday).orElseThrow();
        Instant behind = CadencePlan.next(4, List.of(START, thursday), false, thursday).orElseThrow();

        assertThat(behind).isBefore(onTime);
    }

    @Test
    void aBusyLineIsTriedAgainSoonAsLongAsTheWeekHasRoom() {
        assertThat(CadencePlan.next(2, List.of(START), true, START)).isEmpty();
        assertThat(CadencePlan.next(1, List.of(START), true, START)).contains(START.plus(WEEK));
    }

    @Test
    void aStageThatAimsAtNoCallsPutsThemOff() {
        assertThat(CadencePlan.next(0, List.of(START), false, START)).contains(START.plus(WEEK));
    }
}
