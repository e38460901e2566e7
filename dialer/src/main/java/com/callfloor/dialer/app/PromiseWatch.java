package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.promises.PromiseBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to promises whose day has passed, and to reminders by call. Every node does; the book lets only one of them act. */
final class PromiseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseWatch.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;
    private static final int EVERY_SECONDS = 15;

    private final PromiseBook promises;
    private final Clock clock;
    private final Runnable looked;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("promise-watch").daemon().factory());

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
        var unused = thread.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** A failure now is made good by the next time: what was not decided is still to be. */
    private void look() {
        try {
            int seen = promises.checkDue(clock.instant(), AT_ONCE);
            boolean any = seen > 0;
            while (seen == AT_ONCE && !Thread.currentThread().isInterrupted()) {
                seen = promises.checkDue(clock.instant(), AT_ONCE);
            }
            if (any) {
                looked.run();
            }
        } catch (RuntimeException e) {
            LOG.warn("promises could not be looked at now; it is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the watch of promises did not end within {}", LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
