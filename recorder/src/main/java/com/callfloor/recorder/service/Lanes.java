package com.callfloor.recorder.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks on somebody else's threads, so many at once and in the order they came. Thread-safe. */
final class Lanes {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final Executor threads;
    private final int width;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneEnded = lock.newCondition();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
    private boolean closed;

    Lanes(Executor threads, int width) {
        this.threads = threads;
        this.width = width;
    }

    /** Queues the task; drops it once closed. */
    void submit(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting.add(task);
            if (running == width) {
                return;
            }
            running++;
        } finally {
            lock.unlock();
        }
        startLane();
    }

    /** Drops what waits and waits for what runs, for so long at most; true if nothing runs any more. */
    boolean close(Duration within) {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            long left = within.toNanos();
            while (running > 0 && left > 0) {
                left = oneEnded.awaitNanos(left);
            }
            return running == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void startLane() {
        try {
            threads.execute(this::runAll);
        } catch (RejectedExecutionException e) {
            // The threads were shut down before the recorder; the register still awaits what was queued.
            log.warn("No thread for a recording: {}", e.getMessage());
            endLane();
        }
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.error("A recorder task broke", e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable task = waiting.poll();
            if (task == null) {
                endLane();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void endLane() {
        lock.lock();
        try {
            running--;
            oneEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
