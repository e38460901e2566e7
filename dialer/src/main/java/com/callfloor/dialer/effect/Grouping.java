package com.callfloor.dialer.effect;

/** What the figures are told apart by. */
public enum Grouping {
    LENDER, CAMPAIGN,
    /** The agent of the attempt. */
    AGENT,
    /** By how many days the case is overdue today: {@code 0-30}, {@code 31-60}, {@code 61-90}, {@code 91+}. */
    BUCKET,
    /** Weekday and clock hour of the floor at which the attempt was reserved, such as {@code MONDAY 09}. */
    HOUR
}
