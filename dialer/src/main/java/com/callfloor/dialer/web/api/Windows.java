package com.callfloor.dialer.web.api;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.json.FactJson;

/** Reads the hours that a fact names: {@code window} and {@code days}. */
final class Windows {
    private static final Pattern HOURS = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
    private static final String MIDNIGHT = "24:00";

    private Windows() {}

    static Optional<DailyWindow> read(JsonBody body) {
        Optional<String> text = body.optionalText("window", 11).filter(given -> !given.isBlank());
        Set<DayOfWeek> days = days(body);
        if (text.isEmpty()) {
            if (!days.isEmpty()) {
                body.error("days", "go with a window, such as 12:00-14:00", "须与时段一起填写，例如 12:00-14:00");
            }
            return Optional.empty();
        }
        Optional<DailyWindow> window = window(text.get(), days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days);
        if (window.isEmpty()) {
            body.error("window", "must be hours of the debtor's clock such as 12:00-14:00", "须为债务人当地时段，例如 12:00-14:00");
        }
        return window;
    }

    private static Optional<DailyWindow> window(String text, Set<DayOfWeek> days) {
        Matcher hours = HOURS.matcher(text.strip());
        if (!hours.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DailyWindow(time(hours.group(1)), time(hours.group(2)), days));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        return text.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static Set<DayOfWeek> days(JsonBody body) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> words = body.texts("days", DayOfWeek.values().length, 3);
        for (String word : words) {
            Optional<DayOfWeek> day = Stream.of(DayOfWeek.values())
                    .filter(one -> FactJson.day(one).equals(word))
                    .findFirst();
            day.ifPresentOrElse(days::add, () -> body.error("days", "must be of mon, tue, wed, thu, fri, sat, sun",
                    "须为 mon、tue、wed、thu、fri、sat、sun 之一"));
        }
        return days;
    }
}
