package com.callfloor.dialer.effect;

import java.util.Collection;

import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether the arms of an experiment have as many people as their weights give them. Where they have not, something loses or
 * adds people of one arm, and its figures compare different kinds of people.
 *
 * @param p how likely chance alone is so far off, 0 to 1
 */
public record SampleRatio(double p) {
    /** Below, chance is no explanation; not higher, since it is looked at often. */
    private static final double MISMATCH = 0.001;

    /** Both in the order of the arms. {@code expected}: each above 0. Chi-square test of goodness of fit. */
    public static SampleRatio of(Collection<Double> expected, Collection<Long> people) {
        return new SampleRatio(ChiSquareTest.withDefaults()
                .test(expected.stream().mapToDouble(Double::doubleValue).toArray(),
                        people.stream().mapToLong(Long::longValue).toArray())
                .getPValue());
    }

    public boolean mismatch() {
        return p < MISMATCH;
    }
}
