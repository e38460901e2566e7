package com.callfloor.dialer.pacing.simulator;

/** A bucket of calls that may be placed at once: fills at so many a second, holds half a second's worth or 1. */
final class Tokens {
    private final double perSecond;
    private double held;
    private long filledAt;

    /** @param perSecond 0 for no limit */
    Tokens(double perSecond) {
        this.perSecond = perSecond;
    }

    int whole(long nowMs) {
        if (perSecond == 0) {
            return Integer.MAX_VALUE;
        }
        held = Math.min(Math.max(1, perSecond / 2), held + (nowMs - filledAt) / 1e3 * perSecond);
        filledAt = nowMs;
        return (int) held;
    }

    void take() {
        held -= perSecond == 0 ? 0 : 1;
    }
}
