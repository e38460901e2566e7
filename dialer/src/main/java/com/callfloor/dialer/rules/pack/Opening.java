package com.callfloor.dialer.rules.pack;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** Hours of one day: {@code from} (included unless the window says otherwise) to {@code to} (excluded). */
public record Opening(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Opening {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("an opening needs at least one day");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }
}
