package com.callfloor.dialer.floor;

import com.callfloor.dialer.cases.PhoneNumber;

/** Which numbers outside the floor must not be called for a debtor. Any thread; may block. */
public interface OutsideNumbers {
    /**
     * False for a number of a debtor of ours, or of somebody listed there, since calls to these go by the rules alone; and for one
     * that is on a do-not-call list, of any lender.
     *
     * @throws LedgerUnavailable if nobody can say
     */
    boolean mayBeCalled(PhoneNumber number) throws LedgerUnavailable;
}
