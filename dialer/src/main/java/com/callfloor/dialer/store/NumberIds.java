package com.callfloor.dialer.store;

import com.callfloor.dialer.cases.PhoneNumber;
import org.jdbi.v3.core.Jdbi;

/** A number's row, made where there is none. */
final class NumberIds {
    private static final String FIND = "SELECT id FROM phone_numbers WHERE e164 = :e164";
    private static final String INSERT = """
            INSERT INTO phone_numbers (e164) VALUES (:e164) ON DUPLICATE KEY UPDATE id = id""";

    private NumberIds() {}

    /** In transactions of its own: the insert would lock a known number before its debtor. */
    static long of(Jdbi jdbi, PhoneNumber number) {
        return jdbi.withHandle(handle -> {
            var known = handle.createQuery(FIND).bind("e164", number.e164()).mapTo(Long.class).findOne();
            if (known.isPresent()) {
                return known.get();
            }
            handle.createUpdate(INSERT).bind("e164", number.e164()).execute();
            return handle.createQuery(FIND).bind("e164", number.e164()).mapTo(Long.class).one();
        });
    }
}
