package com.callfloor.dialer.trunks;

import java.time.Duration;
import java.time.Instant;

/** Lets so many calls a second pass, and half a second's worth at once. */
final class TokenBucket {
    private static final double NANOS = 1_000_000_000;

    private double perSecond;
    private double most;
    private double tokens;
    private Instant filledAt;

    TokenBucket(double perSecond, Instant now) {
        this.perSecond = perSecond;
        this.most = Math.max(1, perSecond / 2);
        this.tokens = most;
        this.filledAt = now;
    }

    /** From now on so many a second. */
    void pace(double wanted, Instant now) {
        fill(now);
        perSecond = wanted;
        most = Math.max(1, wanted / 2);
        tokens = Math.min(tokens, most);
    }

    int available(Instant now) {
        fill(now);
        return (int) tokens;
    }

    void take(Instant now) {
        fill(now);
        tokens = Math.max(0, tokens - 1);
    }

    private void fill(Instant now) {
        // A clock that was set back brings no tokens and takes none.
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / NANOS);
        tokens = Math.min(most, tokens + seconds * perSecond);
        filledAt = now;
    }
}
