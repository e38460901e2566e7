package com.callfloor.dialer.floor;

import java.time.Duration;

/**
 * The one thread that owns the floor's state. Everything that touches calls or agents runs on it, one thing after the
 * other, and none of it blocks.
 */
public interface FloorThread {
    /** Runs {@code task} after everything that was handed in before. From any thread. */
    void execute(Runnable task);

    /** Runs {@code task} again and again until the thread is closed. */
    void every(Duration period, Runnable task);
}
