package com.callfloor.dialer.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what announces itself in no other way than by being there. */
final class Await {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Await() {}

    /**
     * Looks every 10 ms.
     *
     * @return false if it did not come true in time, or the thread was interrupted (which stays set)
     */
    static boolean until(BooleanSupplier isTrue, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }
}
