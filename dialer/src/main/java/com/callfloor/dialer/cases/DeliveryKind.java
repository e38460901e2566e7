package com.callfloor.dialer.cases;

/** What a case file says about the cases that it does not hold. */
public enum DeliveryKind {
    /** Nothing. */
    DELTA,
    /** That the lender has taken them back. */
    FULL
}
