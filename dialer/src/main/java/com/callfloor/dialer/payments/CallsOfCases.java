package com.callfloor.dialer.payments;

import java.util.Set;

import com.callfloor.dialer.cases.CaseId;

/** The running floor, as payments see it. Returns at once. */
public interface CallsOfCases {
    /** Nobody is to be called about these any more, not even by a call that is on its way. */
    void paid(Set<CaseId> cases);

    /** These are due again. */
    void dueAgain(Set<CaseId> cases);
}
