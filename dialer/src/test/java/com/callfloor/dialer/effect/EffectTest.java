package com.callfloor.dialer.effect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Effect SOME = new Effect(
            new Effect.Calls(20, 10, 6, 2, 4, 1, 3, Duration.ofMinutes(1), Duration.ofSeconds(30),
                    Duration.ofSeconds(90), 2, 9),
            new Effect.Decided(1, 2, 5),
            new Effect.Money(Map.of(CNY, 700L), Map.of(CNY, 6_300L), new TreeMap<>(Map.of(0, 1L, 3, 8L, 40, 1L))),
            new Effect.Cadence(8, 2));

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
        Effect dollars = Effect.of(Effect.Money.recovered(USD, 5));

        Effect sum = SOME.plus(SOME).plus(dollars);

        assertThat(sum.money().recovered()).containsOnly(Map.entry(CNY, 1400L), Map.entry(USD, 5L));
        assertThat(sum.money().recoveryRate(CNY)).hasValue(0.1);
        assertThat(sum.money().recoveryRate(USD)).hasValue(1);
        assertThat(sum.calls().line()).isEqualTo(Duration.ofMinutes(3));
        assertThat(sum.decided()).isEqualTo(new Effect.Decided(2, 4, 10));
        assertThat(sum.cadence()).isEqualTo(new Effect.Cadence(16, 4));
        assertThat(sum.cadence().fulfilment()).hasValue(0.25);
    }

    @Test
    void halfOfTheCasesAndNineOfTenPaidWithinSoManyDays() {
        assertThat(SOME.money().recoveredCases()).isEqualTo(10);
        assertThat(SOME.money().daysWithin(0.5)).hasValue(3);
        assertThat(SOME.money().daysWithin(0.9)).hasValue(3);
        assertThat(SOME.money().daysWithin(1)).hasValue(40);
        assertThat(Effect.NONE.money().daysWithin(0.5)).isEmpty();
    }

    @Test
    void callingCostsWhatAgentsAndLinesTake() {
        Costs costs = new Costs(CNY, BigDecimal.valueOf(3_600), BigDecimal.valueOf(6), BigDecimal.valueOf(5),
                new BigDecimal("0.5"));

        // 90 s of an agent at 1 a second, 1.5 minutes of a line.
        assertThat(costs.of(SOME)).isEqualTo(99);
        assertThat(costs.of(Effect.of(new Effect.Messages(2, 3, 4)).plus(SOME))).isEqualTo(99 + 3 * 5 + 2);
        assertThat(costs.perRecovered(SOME)).hasValue(99.0 / 700);
        assertThat(costs.perRecovered(Effect.of(Effect.Money.recovered(USD, 5)))).isEmpty();
        assertThat(costs.perRecovered(Effect.of(Effect.Money.recovered(CNY, -5)))).isEmpty();
    }
}
