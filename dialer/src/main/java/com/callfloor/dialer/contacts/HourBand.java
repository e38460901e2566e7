package com.callfloor.dialer.contacts;

/**
 * Two hours of a debtor's day: short enough to tell lunch from evening, long enough to be learned.
 *
 * @param from the first hour, even, 0 to 22
 */
public record HourBand(int from) {
    /** In hours. */
    public static final int LENGTH = 2;
    private static final int DAY = 24;

    /** @throws IllegalArgumentException if no band begins then */
    public HourBand {
        if (from < 0 || from >= DAY || from % LENGTH != 0) {
            throw new IllegalArgumentException("a band of hours begins at an even hour from 0 to 22, not at " + from);
        }
    }

    /** {@code hour}: 0 to 23. */
    public static HourBand of(int hour) {
        return new HourBand(hour - hour % LENGTH);
    }

    /** The hour at which it is over, 2 to 24. */
    public int to() {
        return from + LENGTH;
    }
}
