package com.callfloor.dialer.rules.calendar;

/** What a date is in a country's calendar. Weekends are not its business: an ordinary day may be a Sunday. */
public enum DayKind {
    ORDINARY,
    /** A holiday, or any day of a year that the calendar does not know. */
    HOLIDAY,
    /** A day, mostly of a weekend, that is worked in exchange for a day off elsewhere. */
    MAKE_UP_WORKDAY
}
