package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A calendar as its file has it, for people.
 *
 * @param source where its days come from
 * @param license under which they are used
 * @param years in their order
 */
public record CalendarSheet(String id, String source, String license, List<CalendarYear> years) {
    /** @throws IllegalArgumentException if no year or one year twice is given */
    public CalendarSheet {
        years = years.stream().sorted(Comparator.comparingInt(CalendarYear::year)).toList();
        var unused = new HolidayCalendar(id, years);
    }

    public HolidayCalendar calendar() {
        return new HolidayCalendar(id, years);
    }

    /** The last day up to which every day from today on is published; empty: this year's are not. */
    public Optional<LocalDate> publishedUntil(LocalDate today) {
        HolidayCalendar calendar = calendar();
        int year = today.getYear();
        while (calendar.coverage(year) == Coverage.PUBLISHED) {
            year++;
        }
        return year == today.getYear() ? Optional.empty() : Optional.of(LocalDate.of(year, 1, 1).minusDays(1));
    }

    /** Whole months from today on whose days are all published. */
    public long monthsAhead(LocalDate today) {
        return publishedUntil(today).map(last -> ChronoUnit.MONTHS.between(today, last.plusDays(1))).orElse(0L);
    }
}
