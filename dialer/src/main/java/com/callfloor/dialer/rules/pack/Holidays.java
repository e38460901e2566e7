package com.callfloor.dialer.rules.pack;

/** What a window makes of a holiday. */
public enum Holidays {
    /** It is a day like any other. */
    IGNORED,
    /** No call at all. */
    CLOSED,
    /** It has a Sunday's hours. */
    AS_SUNDAY
}
