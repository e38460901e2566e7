package com.callfloor.dialer.effect;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTest {
    private static final Effect SOME = new Effect(
            new Effect.Calls(20, 10, 6, 2, 4, 1, 3, Duration.ofMinutes(1), Duration.ofSeconds(30),
                    Duration.ofSeconds(90)),
            new Effect.Decided(1, 2, 5), Map.of(Currency.getInstance("CNY"), 700L));

    @Test
    void aRateOfNothingIsAbsent() {
        assertThat(Effect.NONE.calls().answerRate()).isEmpty();
        assertThat(Effect.NONE.calls().rightPartyRate()).isEmpty();
        assertThat(Effect.NONE.calls().promiseRate()).isEmpty();
        assertThat(Effect.NONE.calls().complaintRate()).isEmpty();
        assertThat(Effect.NONE.calls().abandonmentRate()).isEmpty();
        assertThat(Effect.NONE.decided().keptRate()).isEmpty();
    }

    @Test
    void eachRateHasItsOwnWhole() {
        assertThat(SOME.calls().answerRate()).hasValue(0.5);
        assertThat(SOME.calls().rightPartyRate()).hasValue(0.2);
        assertThat(SOME.calls().promiseRate()).hasValue(0.25);
        assertThat(SOME.calls().complaintRate()).hasValue(0.5);
        assertThat(SOME.calls().abandonmentRate()).hasValue(0.25);
        assertThat(SOME.decided().keptRate()).hasValue(0.125);
    }

    @Test
    void groupsAddUpWithinACurrencyAndNeverAcross() {
        Effect dollars = new Effect(Effect.Calls.NONE, Effect.Decided.NONE, Map.of(Currency.getInstance("USD"), 5L));

        Effect sum = SOME.plus(SOME).plus(dollars);

        assertThat(sum.recovered()).containsOnly(Map.entry(Currency.getInstance("CNY"), 1400L),
                Map.entry(Currency.getInstance("USD"), 5L));
        assertThat(sum.calls().line()).isEqualTo(Duration.ofMinutes(3));
        assertThat(sum.decided()).isEqualTo(new Effect.Decided(2, 4, 10));
    }
}
