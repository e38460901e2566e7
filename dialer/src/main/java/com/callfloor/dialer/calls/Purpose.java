package com.callfloor.dialer.calls;

import java.util.Locale;

/** What a call is for, and so what may be said in it. */
public enum Purpose {
    /** To the debtor, about the debt. */
    COLLECTION,
    /**
     * A listed contact is asked for information or help only: nothing about the debt is disclosed.
     *
     * <p>Source: the floor's own policy, SEED-3P.
     */
    INFORMATION;

    /** The purpose's one name in API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
