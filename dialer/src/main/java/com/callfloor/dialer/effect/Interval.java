package com.callfloor.dialer.effect;

/** Both ends included. */
public record Interval(double low, double high) {
    /** Whether it leaves open which of two is the greater. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }
}
