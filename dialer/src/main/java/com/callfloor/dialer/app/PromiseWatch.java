package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;

import com.callfloor.dialer.promises.PromiseBook;

/** Sees to promises whose day has passed, and to reminders by call. Every node does; the book lets only one of them act. */
final class PromiseWatch implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int AT_ONCE = 500;

    private final PromiseBook promises;
    private final Clock clock;
    private final Runnable looked;
    private final Repeating watch;

    /**
     * Begins to watch.
     *
     * @param clock the floor's
     * @param looked told after cases may have become due
     */
    PromiseWatch(PromiseBook promises, Clock clock, Runnable looked) {
        this.promises = promises;
        this.clock = clock;
        this.looked = looked;
        watch = new Repeating("promise-watch", FIRST, EVERY, this::look);
    }

    private void look() {
        int seen = promises.checkDue(clock.instant(), AT_ONCE);
        boolean any = seen > 0;
        while (seen == AT_ONCE && !Thread.currentThread().isInterrupted()) {
            seen = promises.checkDue(clock.instant(), AT_ONCE);
        }
        if (any) {
            looked.run();
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
