package com.callfloor.dialer.payments;

import java.util.Locale;

/** By what a posting was found to belong to its case. */
public enum MatchRule {
    CASE_REF,
    /** It reverses a payment, whose case it follows. */
    REFERENCE,
    /** One case alone of this debtor and lender has this very amount due. */
    AMOUNT, BY_HAND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
