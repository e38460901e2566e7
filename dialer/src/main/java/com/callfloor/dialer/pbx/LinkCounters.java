package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the link does, over all its connections. Any thread. */
final class LinkCounters {
    private final LongAdder events = new LongAdder();
    private final LongAdder actions = new LongAdder();
    private final LongAdder connects = new LongAdder();
    private final AtomicLong lastLatencyNanos = new AtomicLong();
    private final LongAccumulator maxLatencyNanos = new LongAccumulator(Math::max, 0);

    void eventSeen() {
        events.increment();
    }

    void connected() {
        connects.increment();
    }

    void answered(Duration latency) {
        actions.increment();
        lastLatencyNanos.set(latency.toNanos());
        maxLatencyNanos.accumulate(latency.toNanos());
    }

    LinkStats read(boolean up, int waiting) {
        return new LinkStats(up, events.sum(), actions.sum(), Duration.ofNanos(lastLatencyNanos.get()),
                Duration.ofNanos(maxLatencyNanos.get()), Math.max(0, connects.sum() - 1), waiting);
    }
}
