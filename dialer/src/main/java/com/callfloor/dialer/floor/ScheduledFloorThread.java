package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link FloorThread} on a platform thread of its own. */
public final class ScheduledFloorThread implements FloorThread, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledFloorThread.class);

    private final ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("floor").factory());

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(() -> runSafely(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the floor is closed; a late task is dropped");
        }
    }

    @Override
    public void every(Duration period, Runnable task) {
        var unused = executor.scheduleWithFixedDelay(() -> runSafely(task), period.toNanos(), period.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** One task that fails must not stop the ones after it: the thread would be silent and the floor dead. */
    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a task of the floor failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
