package com.callfloor.dialer.supervision;

import java.util.Locale;

/** Why a case is not to be called any more. */
public enum ClosedBecause {
    PAID("the debt was paid"), WITHDRAWN("the lender withdrew the case");

    private final String words;

    ClosedBecause(String words) {
        this.words = words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the books, in English. */
    public String words() {
        return words;
    }
}
