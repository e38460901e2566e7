package com.callfloor.dialer.store;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Changes any number of rows in short transactions of its own each, so that nobody waits long for their locks. */
final class BitByBit {
    private BitByBit() {}

    /**
     * Repeats a change until it finds nothing more.
     *
     * @param change of a limited number of rows, which it does not find again; tells how many
     * @return how many in all
     */
    static int change(Jdbi jdbi, HandleCallback<Integer, RuntimeException> change) {
        int all = 0;
        while (true) {
            int some = jdbi.withHandle(change);
            if (some == 0) {
                return all;
            }
            all += some;
        }
    }
}
