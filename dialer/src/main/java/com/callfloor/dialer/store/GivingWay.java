package com.callfloor.dialer.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Runs a transaction again when the server undid it to let another one pass. */
final class GivingWay {
    private static final int TRIES = 5;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private GivingWay() {}

    /** {@code work} must do the same however often it is run. */
    static <T> T inTransaction(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
        return inTransaction(jdbi, work, SqlFailures::gaveWay);
    }

    /** The same for work that inserts what it did not find: it is run again, too, if another transaction was faster. */
    static <T> T orFindingAnother(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
        return inTransaction(jdbi, work, failure -> SqlFailures.gaveWay(failure) || SqlFailures.metAnother(failure));
    }

    private static <T> T inTransaction(Jdbi jdbi, HandleCallback<T, RuntimeException> work,
            Predicate<RuntimeException> again) {
        for (int tried = 1;; tried++) {
            try {
                return jdbi.inTransaction(work);
            } catch (RuntimeException e) {
                if (tried == TRIES || !again.test(e)) {
                    throw e;
                }
                // Two that give way to each other and come back at once would meet again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * tried));
            }
        }
    }
}
