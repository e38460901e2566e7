package com.callfloor.dialer.cases;

import java.util.Collection;

/** Hears of cases that must not be called any more, so that calls which are on their way can be ended. Any thread. */
public interface ClosedCases {
    /** Returns at once; {@code why} is for the log and the calls' notes, and names nobody. */
    void closed(Collection<CaseId> cases, String why);
}
