package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again on a thread of its own. What fails now is tried again at the next time. */
final class Repeating implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final ScheduledExecutorService thread;

    /** @param every between the end of one time and the next */
    Repeating(String name, Duration first, Duration every, Runnable task) {
        this.name = name;
        thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
        var unused = thread.scheduleWithFixedDelay(() -> once(task), first.toSeconds(), every.toSeconds(),
                TimeUnit.SECONDS);
    }

    private void once(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (thread.isShutdown()) {
                LOG.debug("{} was cut off by the end", name, e);
            } else {
                LOG.warn("{} failed now; it is tried again", name, e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} did not end within {}", name, LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
