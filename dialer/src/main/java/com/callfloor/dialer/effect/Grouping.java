package com.callfloor.dialer.effect;

/** What the figures are told apart by. */
public enum Grouping {
    LENDER,
    /** The one that the call was made in, wherever its case is now. */
    CAMPAIGN,
    /** The agent of the attempt. */
    AGENT,
    /** By how many days the case is overdue today: {@code 0-30}, {@code 31-60}, {@code 61-90}, {@code 91+}. */
    BUCKET,
    /** Name and version of the strategy that placed the case when it was called, such as {@code default 2026-11-25}. */
    STRATEGY,
    /** The case's stage when it was called. */
    STAGE,
    /** Name, language and version of what the agent was shown, such as {@code early en 2026-11-20}. */
    SCRIPT,
    /** Weekday and clock hour of the floor at which the attempt was reserved, such as {@code MONDAY 09}. */
    HOUR;

    /** Whether a group is cases, rather than calls. */
    public boolean ofCases() {
        return this == LENDER || this == CAMPAIGN || this == BUCKET;
    }
}
