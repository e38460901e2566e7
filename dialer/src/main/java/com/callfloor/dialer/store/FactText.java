package com.callfloor.dialer.store;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.FactKind;
import org.jspecify.annotations.Nullable;

/** How a fact's parts stand in columns. What cannot be read stops the reservation: a fact must never be overlooked. */
final class FactText {
    private FactText() {}

    static FactKind kind(String code) {
        return FactKind.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("the books hold a fact of an unknown kind: " + code));
    }

    /** Such as {@code 09:00-12:00 MONDAY,FRIDAY}. */
    static @Nullable String ofHours(@Nullable DailyWindow window) {
        if (window == null) {
            return null;
        }
        return window.from() + "-" + window.to() + " "
                + String.join(",", window.days().stream().sorted().map(DayOfWeek::name).toList());
    }

    static @Nullable DailyWindow hours(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("[- ]", 3);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : parts[2].split(",", -1)) {
            days.add(DayOfWeek.valueOf(day));
        }
        return new DailyWindow(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), days);
    }

    static String ofLifts(Collection<String> rules) {
        return String.join(" ", new TreeSet<>(rules));
    }

    static Set<String> lifts(String text) {
        return text.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }
}
