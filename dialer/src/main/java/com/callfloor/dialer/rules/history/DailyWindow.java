package com.callfloor.dialer.rules.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours that recur, on the wall clock: {@code from} included, {@code to} excluded; past midnight where {@code to} is not
 * after {@code from}.
 *
 * @param days on which it begins; never empty
 */
public record DailyWindow(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    public DailyWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window needs at least one day");
        }
        days = Set.copyOf(days);
    }

    /** Every day. */
    public static DailyWindow daily(LocalTime from, LocalTime to) {
        return new DailyWindow(from, to, EnumSet.allOf(DayOfWeek.class));
    }

    /** When the occurrence that begins on {@code date} begins. */
    public Instant beginsOn(LocalDate date, ZoneId zone) {
        return date.atTime(from).atZone(zone).toInstant();
    }

    /** When the occurrence that begins on {@code date} is over. */
    public Instant endsAfter(LocalDate date, ZoneId zone) {
        LocalDate end = to.isAfter(from) ? date : date.plusDays(1);
        return end.atTime(to).atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
