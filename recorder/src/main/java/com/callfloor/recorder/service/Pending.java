package com.callfloor.recorder.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The attempts in hand, each once however often it is announced. Thread-safe. */
final class Pending {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final Set<UUID> inHand = new HashSet<>();

    /** False if it is in hand already. */
    boolean add(UUID attemptId) {
        lock.lock();
        try {
            return inHand.add(attemptId);
        } finally {
            lock.unlock();
        }
    }

    void settle(UUID attemptId) {
        lock.lock();
        try {
            inHand.remove(attemptId);
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return inHand.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is in hand; false if that takes longer. */
    boolean awaitNone(Duration within) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(within);
        lock.lockInterruptibly();
        try {
            while (!inHand.isEmpty() && left > 0) {
                left = settled.awaitNanos(left);
            }
            return inHand.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
