package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns all state about channels: does what it is given, in order. Any thread may give. */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ScheduledThreadPoolExecutor executor;
    private final AtomicInteger backlog = new AtomicInteger();

    Dispatcher() {
        executor = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("pbx-dispatch").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void run(Runnable task) {
        backlog.incrementAndGet();
        executor.execute(() -> {
            backlog.decrementAndGet();
            guarded(task);
        });
    }

    void after(Duration delay, Runnable task) {
        var unused = executor.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How much was given to {@link #run} and has not begun. */
    int backlog() {
        return backlog.get();
    }

    /** What is waiting is dropped; what runs may end. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One event or request that cannot be dealt with must not end the thread that deals with all of them.
            LOG.error("the PBX link could not deal with an event or a request: this is a bug, please report it", e);
        }
    }
}
