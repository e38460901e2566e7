package com.callfloor.dialer.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.rules.pack.Period;

/** A period as a pack writes it. */
final class PeriodText {
    private static final Pattern CONSECUTIVE = Pattern.compile("(\\d{1,4}) consecutive days");

    private PeriodText() {}

    static Period parse(String text) {
        Matcher consecutive = CONSECUTIVE.matcher(text);
        if (consecutive.matches()) {
            return new Period.ConsecutiveDays(Integer.parseInt(consecutive.group(1)));
        }
        return switch (text) {
            case "calendar day" -> new Period.Calendar(Period.Unit.DAY);
            case "calendar week" -> new Period.Calendar(Period.Unit.WEEK);
            case "calendar month" -> new Period.Calendar(Period.Unit.MONTH);
            case "ever" -> new Period.Ever();
            default -> new Period.Elapsed(elapsed(text));
        };
    }

    private static Duration elapsed(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("period: '" + text + "' is not one of 'calendar day', 'calendar week', "
                    + "'calendar month', '7 consecutive days', 'ever', or a duration such as 20m or 72h", e);
        }
    }
}
