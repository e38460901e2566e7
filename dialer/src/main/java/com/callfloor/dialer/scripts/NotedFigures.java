package com.callfloor.dialer.scripts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Words;

/**
 * Amounts, days and times as they are noted of a case: in English as the API has them, in Chinese as {@link Figures} names
 * them.
 */
public final class NotedFigures {
    private NotedFigures() {}

    /** Such as {@code 1234.56 CNY}, or {@code 1,234.56元}. */
    public static Words amount(Money money) {
        return new Words(money.toString(), Figures.amount(money, Language.ZH_CN));
    }

    /** Such as {@code 2026-01-15}, or {@code 2026年1月15日}. */
    public static Words day(LocalDate day) {
        return new Words(day.toString(), Figures.day(day, Language.ZH_CN));
    }

    /**
     * Such as {@code 2026-01-15T01:30:00Z}, or {@code 2026年1月15日 09:30}.
     *
     * @param zone whose clock tells the Chinese time
     */
    public static Words time(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        LocalTime time = there.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new Words(at.toString(), Figures.day(there.toLocalDate(), Language.ZH_CN) + " " + time);
    }
}
