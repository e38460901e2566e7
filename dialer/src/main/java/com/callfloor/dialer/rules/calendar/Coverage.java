package com.callfloor.dialer.rules.calendar;

/** How well a calendar knows a year. */
public enum Coverage {
    /** All of its days are known. */
    PUBLISHED,
    /** Only the days that law itself fixes are known; moved days off and make-up workdays are still to be announced. */
    PROVISIONAL,
    /** Nothing is known: every day counts as a holiday. */
    MISSING
}
