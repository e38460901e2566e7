package com.callfloor.dialer.contacts;

import java.time.Duration;

/** What is learned from an outcome fades: after 30 days it counts half, after 60 a quarter. */
public final class Forgetting {
    public static final Duration HALF_LIFE = Duration.ofDays(30);
    /** Outcomes older than this count less than an eighth, and are not looked at. */
    public static final Duration LOOKS_BACK = HALF_LIFE.multipliedBy(3);

    private Forgetting() {}

    /** From 1 for what is new, or of the future, towards 0. */
    static double weight(Duration age) {
        return age.isNegative() ? 1 : Math.pow(0.5, (double) age.toSeconds() / HALF_LIFE.toSeconds());
    }
}
