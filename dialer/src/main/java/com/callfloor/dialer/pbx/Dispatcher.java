package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns all state about channels: does what it is given, in order. Any thread may give. */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ScheduledThreadPoolExecutor executor;
    private final AtomicInteger backlog = new AtomicInteger();
    private volatile @Nullable Thread thread;

    Dispatcher() {
        executor = new ScheduledThreadPoolExecutor(1, this::newThread, new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private Thread newThread(Runnable work) {
        Thread created = Thread.ofPlatform().daemon().name("pbx-dispatch").unstarted(work);
        thread = created;
        return created;
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

    /** What is waiting is dropped; what runs may end, and is waited for unless it is the caller. */
    @Override
    public void close() {
        executor.shutdownNow();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.error("the floor's listener does not return: the PBX link's thread is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
