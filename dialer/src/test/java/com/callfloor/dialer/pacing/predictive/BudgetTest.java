package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final int AGENTS = 20;

    private final Budget budget = new Budget(new AbandonmentCap(0.03));

    @Test
    void anAbandonedCallLowersThePriceAndAnsweredOnesRaiseIt() {
        double before = price(NINE);
        budget.settled(NINE, true, AGENTS);
        double after = price(NINE);
        assertThat(after).isLessThan(before);

        connect(60);
        assertThat(price(NINE)).isGreaterThan(before);
    }

    @Test
    void whenTheAllowanceIsUsedUpNothingIsRisked() {
        budget.count(NINE, 1_000, 28);
        assertThat(price(NINE)).isPositive();
        assertThat(budget.price(NINE, 2, AGENTS)).as("two more wait and may be abandoned").isNegative();

        budget.settled(NINE, true, AGENTS);
        budget.settled(NINE, true, AGENTS);
        assertThat(price(NINE)).isNegative();
    }

    @Test
    void thePriceFallsGentlyTowardsTheEndOfTheAllowance() {
        budget.count(NINE, 1_000, 27);
        double some = price(NINE);
        budget.count(NINE, 0, 1.5);
        assertThat(price(NINE)).isBetween(some / 10, some / 2);
    }

    @Test
    void yesterdaysAbandonedCallsCountForADayAndInTheMonth() {
        budget.count(NINE, 1_000, 40);
        assertThat(price(NINE.plus(Duration.ofHours(23)))).isNegative();
        assertThat(price(NINE.plus(Duration.ofHours(25)))).as("the month's window is over the cap too").isNegative();

        budget.count(NINE.plus(Duration.ofHours(25)), 1_000, 10);
        assertThat(price(NINE.plus(Duration.ofHours(25)))).isPositive();
    }

    @Test
    void anHourlyCapForgetsAfterAnHour() {
        Budget hourly = new Budget(new AbandonmentCap(0.03, List.of(Duration.ofHours(1))));
        hourly.count(NINE, 400, 20);
        assertThat(hourly.price(NINE, 0, AGENTS)).isNegative();
        assertThat(hourly.price(NINE.plus(Duration.ofMinutes(62)), 0, AGENTS)).isPositive();
    }

    private double price(Instant at) {
        return budget.price(at, 0, AGENTS);
    }

    private void connect(int calls) {
        for (int i = 0; i < calls; i++) {
            budget.settled(NINE, false, AGENTS);
        }
    }
}
