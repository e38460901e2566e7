package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What people must hear of calendars that are about to run out. */
public final class CalendarWarnings {
    // China mostly announces the next year in November; two months are left to enter it.
    private static final Month LOOKS_AHEAD_FROM = Month.NOVEMBER;

    private CalendarWarnings() {}

    /**
     * One sentence for each calendar and year, this one and from 1 November on the next, that is missing or provisional.
     *
     * @param today where the floor is
     */
    public static List<String> of(Collection<HolidayCalendar> calendars, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        for (HolidayCalendar calendar : calendars) {
            warn(calendar, today.getYear(), warnings);
            if (today.getMonth().compareTo(LOOKS_AHEAD_FROM) >= 0) {
                warn(calendar, today.getYear() + 1, warnings);
            }
        }
        return List.copyOf(warnings);
    }

    private static void warn(HolidayCalendar calendar, int year, List<String> warnings) {
        String file = "config/calendars/" + calendar.id() + ".yaml";
        switch (calendar.coverage(year)) {
            case PUBLISHED -> {
            }
            case PROVISIONAL -> warnings.add("Calendar " + calendar.id() + " knows " + year
                    + " only provisionally: only the statutory days are blocked, days moved or added by announcement"
                    + " are not. When the year is announced, enter it in " + file + " and set published: true.");
            case MISSING -> warnings.add("Calendar " + calendar.id() + " lacks " + year
                    + ": all its days are treated as holidays and nobody is called under the rules that forbid that."
                    + " Add the year to " + file + ".");
        }
    }
}
