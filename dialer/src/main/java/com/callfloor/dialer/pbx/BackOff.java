package com.callfloor.dialer.pbx;

import java.time.Duration;

/** How long to wait before the next attempt to connect: doubling, from shortest to longest. */
final class BackOff {
    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return wait;
    }

    void reset() {
        next = shortest;
    }
}
