package com.callfloor.dialer.store;

import java.util.Optional;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A lock of the database server that only one connection holds, whichever node it is of. Its end frees it too. */
final class NamedLock {
    private static final int LONGEST_WAIT_S = 3;
    // Named after the schema: the server may hold several floors.
    private static final String TAKE = "SELECT GET_LOCK(CONCAT(LEFT(DATABASE(), 40), ' ', :name), :wait)";
    private static final String FREE = "SELECT RELEASE_LOCK(CONCAT(LEFT(DATABASE(), 40), ' ', :name))";

    private NamedLock() {}

    /** Runs {@code work} in one transaction, committed before the lock is freed. Empty if another holds it for seconds. */
    static <T> Optional<T> holding(Jdbi jdbi, String name, Function<Handle, T> work) {
        return jdbi.withHandle(handle -> {
            Integer taken = handle.createQuery(TAKE)
                    .bind("name", name)
                    .bind("wait", LONGEST_WAIT_S)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            if (taken != 1) {
                return Optional.empty();
            }
            try {
                return Optional.of(handle.inTransaction(work::apply));
            } finally {
                handle.createQuery(FREE).bind("name", name).mapTo(Integer.class).findOne();
            }
        });
    }
}
