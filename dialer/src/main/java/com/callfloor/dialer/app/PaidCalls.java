package com.callfloor.dialer.app;

import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.payments.CallsOfCases;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.FloorControl;

/** Tells the floor what postings mean for its calls. */
record PaidCalls(FloorControl floor) implements CallsOfCases {
    @Override
    public void paid(Set<CaseId> cases) {
        floor.casesClosed(cases, ClosedBecause.PAID);
    }

    @Override
    public void dueAgain(Set<CaseId> cases) {
        floor.casesReopened(cases);
    }
}
