package com.callfloor.dialer.calls;

import java.util.Locale;

/** Why a debtor's time on hold was over. */
public enum HoldEnd {
    /** Somebody took the talk up again. */
    RESUMED,
    /** It had lasted for as long as a hold may. */
    LONGEST,
    /** Another agent has the talk now. */
    TRANSFERRED, CALL_ENDED;

    /** The name in SQL and API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
