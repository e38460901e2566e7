package com.callfloor.dialer.effect;

import java.util.Optional;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What people paid, those who paid nothing among them.
 *
 * @param people  1 or more
 * @param payers  of them, with an amount other than 0
 * @param sum     in minor units
 * @param squares the sum of each person's amount squared
 */
public record Amounts(long people, long payers, double sum, double squares) {
    /** Amounts are skewed: with fewer payers the mean is not near enough to a normal distribution for an interval to hold. */
    private static final long FEWEST_PAYERS = 30;

    public double mean() {
        return sum / people;
    }

    /** Of the mean. */
    private double squaredError() {
        double variance = Math.max(0, squares - sum * sum / people) / (people - 1);
        return variance / people;
    }

    /**
     * For {@code mean() - other.mean()}: Welch's interval, for samples of different size and spread. Absent where either has
     * fewer than 30 payers: it would not hold.
     */
    public Optional<Interval> difference(Amounts other, double confidence) {
        return payers < FEWEST_PAYERS || other.payers < FEWEST_PAYERS
                ? Optional.empty()
                : Optional.of(welch(other, confidence));
    }

    /** Holds for normal amounts, or many payers. */
    Interval welch(Amounts other, double confidence) {
        double mine = squaredError();
        double others = other.squaredError();
        double both = mine + others;
        double freedom = both * both / (mine * mine / (people - 1) + others * others / (other.people - 1));
        double reach = both == 0
                ? 0
                : TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(both);
        double apart = mean() - other.mean();
        return new Interval(apart - reach, apart + reach);
    }
}
