package com.callfloor.dialer.store;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.floor.OutsideNumbers;
import org.jdbi.v3.core.Jdbi;

/** Looks a number up among those that only the rules may have called. */
public final class SqlOutsideNumbers implements OutsideNumbers {
    /** A number that a debtor once had counts as theirs: whose it is now nobody knows. */
    private static final String BARRED = """
            SELECT (SELECT COUNT(*) FROM phone_numbers WHERE e164 = :number)
                 + (SELECT COUNT(*) FROM do_not_call WHERE e164 = :number AND removed_at IS NULL)""";

    private final Jdbi jdbi;

    public SqlOutsideNumbers(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean mayBeCalled(PhoneNumber number) throws LedgerUnavailable {
        try {
            return jdbi.withHandle(handle -> handle.createQuery(BARRED)
                    .bind("number", number.e164())
                    .mapTo(Long.class)
                    .one()) == 0;
        } catch (RuntimeException e) {
            throw new LedgerUnavailable("whose a number is could not be read", e);
        }
    }
}
