package com.callfloor.dialer.effect;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of some independent cases, such as people, had something happen.
 *
 * @param count 0 to {@code of}
 * @param of    1 or more
 */
public record Share(long count, long of) {
    /** @throws IllegalArgumentException if it is none of something */
    public Share {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " is no share");
        }
    }

    public double rate() {
        return (double) count / of;
    }

    /** Wilson's score interval, which holds for few and for rare ones too. {@code confidence}: such as 0.95. */
    public Interval interval(double confidence) {
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(Math.toIntExact(of), Math.toIntExact(count),
                1 - confidence);
        return new Interval(wilson.getLowerBound(), wilson.getUpperBound());
    }

    /** For {@code rate() - other.rate()}: Newcombe's interval of two Wilson intervals (1998, his method 10). */
    public Interval difference(Share other, double confidence) {
        Interval mine = interval(confidence);
        Interval others = other.interval(confidence);
        double apart = rate() - other.rate();
        return new Interval(apart - Math.hypot(rate() - mine.low(), others.high() - other.rate()),
                apart + Math.hypot(mine.high() - rate(), other.rate() - others.low()));
    }
}
