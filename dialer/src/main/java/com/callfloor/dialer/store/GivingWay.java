package com.callfloor.dialer.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Runs a transaction again when the server undid it to let another one pass. */
final class GivingWay {
    private static final int TRIES = 5;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private GivingWay() {}

    /** {@code work} must do the same however often it is run. */
    static <T> T inTransaction(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
        for (int tried = 1;; tried++) {
            try {
                return jdbi.inTransaction(work);
            } catch (RuntimeException e) {
                if (tried == TRIES || !SqlFailures.gaveWay(e)) {
                    throw e;
                }
                // Two that give way to each other and come back at once would meet again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * tried));
            }
        }
    }
}
