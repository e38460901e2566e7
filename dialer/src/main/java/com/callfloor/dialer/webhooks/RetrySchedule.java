package com.callfloor.dialer.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is tried again: after 5 s, 30 s, 2 min, 10 min, 1 h, 6 h and 24 h, each longer or
 * shorter by up to a fifth, so that what failed together does not come back together.
 */
public final class RetrySchedule {
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6),
            Duration.ofHours(24));
    private static final double SHORTEST = 0.8;
    private static final double SPREAD = 0.4;

    private RetrySchedule() {}

    /**
     * How long to wait after so many tries; empty: it was the last one.
     *
     * @param tries made so far, 1 at least
     * @param random from 0 to below 1
     */
    public static Optional<Duration> after(int tries, double random) {
        if (tries > WAITS.size()) {
            return Optional.empty();
        }
        double share = SHORTEST + SPREAD * random;
        return Optional.of(Duration.ofMillis(Math.round(WAITS.get(tries - 1).toMillis() * share)));
    }
}
