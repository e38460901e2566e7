package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.util.Map;

/**
 * The days of one year that are not ordinary, with their names.
 *
 * @param year 1900 to 2199
 * @param published false if only the days that law itself fixes are known
 * @param holidays at least one, all of this year
 * @param makeUpWorkdays all of this year, none of them a holiday
 */
public record CalendarYear(int year, boolean published, Map<LocalDate, String> holidays,
        Map<LocalDate, String> makeUpWorkdays) {
    /** @throws IllegalArgumentException if the days contradict each other; its message says how to mend it */
    public CalendarYear {
        if (year < 1900 || year > 2199) {
            throw new IllegalArgumentException(year + " is no year from 1900 to 2199; correct it");
        }
        if (holidays.isEmpty()) {
            throw new IllegalArgumentException(year + " lists no holiday; list them or remove the year");
        }
        requireDaysOf(year, holidays);
        requireDaysOf(year, makeUpWorkdays);
        for (LocalDate date : makeUpWorkdays.keySet()) {
            if (holidays.containsKey(date)) {
                throw new IllegalArgumentException(
                        date + " is both a holiday and a make-up workday; remove one of the two");
            }
        }
        holidays = Map.copyOf(holidays);
        makeUpWorkdays = Map.copyOf(makeUpWorkdays);
    }

    private static void requireDaysOf(int year, Map<LocalDate, String> days) {
        days.forEach((date, name) -> {
            if (date.getYear() != year) {
                throw new IllegalArgumentException(
                        date + " is listed under " + year + "; move it under " + date.getYear());
            }
            if (name.isBlank()) {
                throw new IllegalArgumentException(date + " has no name; say which holiday it belongs to");
            }
        });
    }
}
