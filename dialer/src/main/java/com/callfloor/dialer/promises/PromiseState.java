package com.callfloor.dialer.promises;

import java.util.Locale;

/** How a promise stands. Postings and reversals may turn any of these into another, save what is cancelled. */
public enum PromiseState {
    /** Not all of it is paid, and no date with its grace has passed. */
    OPEN,
    /** All of it was paid in time. */
    KEPT,
    /** A date passed, and some of what was promised by then was paid. */
    PARTLY_KEPT,
    /** A date passed, and nothing was paid. */
    BROKEN,
    /** A newer promise took its place. */
    CANCELLED;

    /** The state's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the debtor is to be talked to about it again. */
    public boolean failed() {
        return this == PARTLY_KEPT || this == BROKEN;
    }
}
