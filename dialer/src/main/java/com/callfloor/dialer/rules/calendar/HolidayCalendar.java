package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The holidays of one country. Immutable, for any thread. A date of a year that it does not know is a holiday: in doubt,
 * nobody is called.
 */
public final class HolidayCalendar {
    private final String id;
    private final int firstYear;
    private final Coverage[] coverages;
    // Arrays, for every decision asks and must not allocate: years from the first on, days of the year from 0 on.
    private final DayKind[][] kinds;
    private final Map<LocalDate, String> names;

    /**
     * @param id such as {@code cn}
     * @param years at least one, in any order, with gaps if need be
     * @throws IllegalArgumentException if no year or one year twice is given
     */
    public HolidayCalendar(String id, List<CalendarYear> years) {
        if (years.isEmpty()) {
            throw new IllegalArgumentException("calendar " + id + " lists no year; add one");
        }
        this.id = id;
        firstYear = years.stream().mapToInt(CalendarYear::year).min().orElseThrow();
        int span = years.stream().mapToInt(CalendarYear::year).max().orElseThrow() - firstYear + 1;
        coverages = new Coverage[span];
        Arrays.fill(coverages, Coverage.MISSING);
        kinds = new DayKind[span][0];
        Map<LocalDate, String> named = new HashMap<>();
        for (CalendarYear year : years) {
            int index = year.year() - firstYear;
            if (coverages[index] != Coverage.MISSING) {
                throw new IllegalArgumentException("calendar " + id + " lists " + year.year() + " twice; remove one");
            }
            coverages[index] = year.published() ? Coverage.PUBLISHED : Coverage.PROVISIONAL;
            kinds[index] = kindsOf(year);
            named.putAll(year.holidays());
            named.putAll(year.makeUpWorkdays());
        }
        names = Map.copyOf(named);
    }

    private static DayKind[] kindsOf(CalendarYear year) {
        DayKind[] days = new DayKind[Year.of(year.year()).length()];
        Arrays.fill(days, DayKind.ORDINARY);
        year.makeUpWorkdays().keySet().forEach(date -> days[date.getDayOfYear() - 1] = DayKind.MAKE_UP_WORKDAY);
        year.holidays().keySet().forEach(date -> days[date.getDayOfYear() - 1] = DayKind.HOLIDAY);
        return days;
    }

    public String id() {
        return id;
    }

    /** What the date is; takes constant time and allocates nothing. */
    public DayKind kindOf(LocalDate date) {
        return coverage(date.getYear()) == Coverage.MISSING
                ? DayKind.HOLIDAY
                : kinds[date.getYear() - firstYear][date.getDayOfYear() - 1];
    }

    /** The holiday's name, or that of the holiday which a make-up workday is worked for; empty for all other days. */
    public Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(names.get(date));
    }

    /** How well the year is known; any year may be asked for. */
    public Coverage coverage(int year) {
        int index = year - firstYear;
        return index < 0 || index >= coverages.length ? Coverage.MISSING : coverages[index];
    }
}
