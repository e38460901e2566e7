package com.callfloor.dialer.calls;

import java.util.Locale;

/** Why a talk of three is none any more. */
public enum ConferenceEnd {
    /** The third was let go by the agent, or by a supervisor. */
    LET_GO,
    /** The third left, or their phone went away. */
    LEFT,
    /** The first agent left, and the third has the debtor. */
    TOOK_OVER, CALL_ENDED;

    /** The name in SQL and API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
