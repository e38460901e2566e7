package com.callfloor.dialer.rules.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    /**
     * The occurrence that begins on {@code date}, in order: one stretch, two where the clock is set back into these hours
     * or out of them, none where it skips them.
     */
    public List<Stretch> on(LocalDate date, ZoneId zone) {
        LocalDateTime first = date.atTime(from);
        LocalDateTime end = (to.isAfter(from) ? date : date.plusDays(1)).atTime(to);
        List<Stretch> stretches = new ArrayList<>(1);
        ZoneRules clock = zone.getRules();
        Instant since = first.minusDays(1).atZone(zone).toInstant();
        Instant last = end.plusDays(1).atZone(zone).toInstant();
        while (since.isBefore(last)) {
            ZoneOffset offset = clock.getOffset(since);
            ZoneOffsetTransition change = clock.nextTransition(since);
            Instant until = change == null ? last : change.getInstant();
            Instant begins = later(first.toInstant(offset), since);
            Instant ends = end.toInstant(offset).isBefore(until) ? end.toInstant(offset) : until;
            if (begins.isBefore(ends)) {
                boolean goesOn = !stretches.isEmpty() && stretches.getLast().ends().equals(begins);
                stretches.add(goesOn ? new Stretch(stretches.removeLast().begins(), ends) : new Stretch(begins, ends));
            }
            since = until;
        }
        return stretches;
    }

    /** {@code begins} included, {@code ends} excluded. */
    public record Stretch(Instant begins, Instant ends) {
        public boolean holds(Instant at) {
            return !at.isBefore(begins) && at.isBefore(ends);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
