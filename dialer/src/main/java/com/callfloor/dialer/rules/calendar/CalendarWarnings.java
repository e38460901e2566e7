package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.callfloor.dialer.words.Words;

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
    public static List<Words> of(Collection<HolidayCalendar> calendars, LocalDate today) {
        List<Words> warnings = new ArrayList<>();
        for (HolidayCalendar calendar : calendars) {
            warn(calendar, today.getYear(), warnings);
            if (today.getMonth().compareTo(LOOKS_AHEAD_FROM) >= 0) {
                warn(calendar, today.getYear() + 1, warnings);
            }
        }
        return List.copyOf(warnings);
    }

    private static void warn(HolidayCalendar calendar, int year, List<Words> warnings) {
        String file = "config/calendars/" + calendar.id() + ".yaml";
        switch (calendar.coverage(year)) {
            case PUBLISHED -> {
            }
            case PROVISIONAL -> warnings.add(Words.of(
                    "Calendar %s knows %d only provisionally: only the statutory days are blocked, days moved or added by"
                            + " announcement are not. When the year is announced, enter it in %s and set published: true.",
                    "日历 %s 的 %d 年仅为暂定：只排除法定日期，调休和临时增加的日期尚不在内。公布后请录入 %s，并设 published: true。",
                    calendar.id(), year, file));
            case MISSING -> warnings.add(Words.of(
                    "Calendar %s lacks %d: all its days are treated as holidays and nobody is called under the rules that"
                            + " forbid that. Add the year to %s.",
                    "日历 %s 缺少 %d 年：全年按节假日处理，禁止节假日外呼的规则下不会外呼。请在 %s 中补充。",
                    calendar.id(), year, file));
        }
    }
}
