package com.callfloor.dialer.payments;

import java.util.Locale;

/** Why it is not known to which case a posting belongs. */
public enum WhyUnmatched {
    /** It names neither case nor debtor. */
    NOTHING_TO_GO_BY,
    /** It names a case that is not in the books. */
    UNKNOWN_CASE,
    /** It names a case of another lender. */
    OTHER_LENDER,
    /** It names a case that is due in another currency. */
    OTHER_CURRENCY,
    /** No case of the debtor has this very amount due. */
    NO_CASE_FITS,
    /** Several cases of the debtor have this very amount due. */
    SEVERAL_FIT,
    /** It reverses a payment that has not come, or whose own case is not known. */
    AWAITS_PAYMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
