package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Runs as fast as the base clock, but from another instant: the demo floor's simulated time. */
final class OffsetClock extends Clock {
    private final Clock base;
    private final Duration offset;

    OffsetClock(Clock base, Duration offset) {
        this.base = base;
        this.offset = offset;
    }

    /** A clock that shows {@code start} now. */
    static Clock startingAt(Clock base, Instant start) {
        return new OffsetClock(base, Duration.between(base.instant(), start));
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetClock(base.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }
}
