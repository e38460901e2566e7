package com.callfloor.dialer.supervision;

import java.util.Locale;

/** Why a supervisor did not get the debtor, whom the agent has kept, or has lost them. */
public enum TakeOverFailure {
    /** The supervisor's phone was not picked up, or the PBX does not reach it. */
    NO_ANSWER,
    /** The conversation was over before. */
    CALL_OVER,
    /** The PBX did not join the two. */
    NOT_JOINED,
    /** The supervisor's phone went away in mid-talk and did not come back in time: the debtor is another agent's. */
    PASSED_ON;

    /** The reason's one name in API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
