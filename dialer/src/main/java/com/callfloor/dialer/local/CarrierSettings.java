package com.callfloor.dialer.local;

import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.cases.PhoneNumber;

/**
 * How the simulated telephone network behaves.
 *
 * @param seed the same seed and the same calls in the same order give the same outcomes
 * @param shares of the outcomes of numbers that are not in the table
 * @param ring how long they ring before they are answered
 * @param talk how long they talk
 * @param table numbers whose behaviour is fixed
 */
public record CarrierSettings(long seed, OutcomeShares shares, Span ring, Span talk,
        Map<PhoneNumber, DebtorBehaviour> table) {

    /**
     * A range of durations.
     *
     * @param least at least this, not negative
     * @param most at most this, not less than {@code least}
     */
    public record Span(Duration least, Duration most) {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it is not a range
         */
        public Span {
            if (least.isNegative() || most.compareTo(least) < 0) {
                throw new IllegalArgumentException("not a range of durations: %s to %s".formatted(least, most));
            }
        }

        long width() {
            return most.minus(least).toMillis();
        }
    }

    /** Copies the table. */
    public CarrierSettings {
        table = Map.copyOf(table);
    }

    /** A lively floor: short rings, short talks. */
    public static CarrierSettings lively(long seed) {
        return new CarrierSettings(seed, OutcomeShares.LIVELY, new Span(Duration.ofMillis(500), Duration.ofSeconds(4)),
                new Span(Duration.ofSeconds(4), Duration.ofSeconds(12)), Map.of());
    }

    /** The same with these fixed numbers. */
    public CarrierSettings withTable(Map<PhoneNumber, DebtorBehaviour> fixed) {
        return new CarrierSettings(seed, shares, ring, talk, fixed);
    }
}
