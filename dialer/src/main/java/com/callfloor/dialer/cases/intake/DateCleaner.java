package com.callfloor.dialer.cases.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Words;

/** Reads due dates, and how long they are past. */
final class DateCleaner {
    private static final Pattern DATE = Pattern.compile("(?:(?<y1>[0-9]{4})(?<sep>[-/.])(?<m1>[0-9]{1,2})\\k<sep>"
            + "(?<d1>[0-9]{1,2})|(?<y2>[0-9]{4}) ?年 ?(?<m2>[0-9]{1,2}) ?月 ?(?<d2>[0-9]{1,2}) ?[日号]"
            + "|(?<y3>[0-9]{4})(?<m3>[0-9]{2})(?<d3>[0-9]{2})(?:\\.0+)?)"
            + "(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)?");
    private static final Pattern COUNT = Pattern.compile("M?([0-9]{1,6})(?:\\.0+)?\\+? ?(?:天|日|期|个月)?");
    private static final int FORMS = 3;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_DAYS = 40_000;
    private static final int MOST_PERIODS = 1_200;

    /** Days 2000-01-01 to 2049-12-31 in a spreadsheet that counts from 1900: no date is written with five digits. */
    private static final Pattern SERIAL = Pattern.compile("([0-9]{5})(?:\\.[0-9]+)?");
    private static final long FIRST_SERIAL = 36_526;
    private static final long LAST_SERIAL = 54_788;
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final int DAYS_FROM_1900_TO_1904 = 1_462;

    private final Optional<DateTimeFormatter> own;
    private final boolean from1904;

    /**
     * Made for one table.
     *
     * @param own the form that the lender uses besides those that have one reading
     * @param from1904 how the file counts days
     */
    DateCleaner(Optional<DateTimeFormatter> own, boolean from1904) {
        this.own = own;
        this.from1904 = from1904;
    }

    Optional<LocalDate> due(Cells cells, Findings findings) {
        String text = cells.plain(Column.DUE_DATE);
        if (text.isEmpty()) {
            findings.refuse(Column.DUE_DATE, Reason.MISSING,
                    new Words("empty, but every case needs it", "为空，但每个案件都须填写"));
            return Optional.empty();
        }
        Optional<LocalDate> date = own.flatMap(form -> dateIn(form, text)).or(() -> date(text));
        if (date.isEmpty()) {
            date = serial(text);
            date.ifPresent(read -> findings.warn(Column.DUE_DATE, Reason.SERIAL_DATE,
                    Words.of("'%s' was read as a spreadsheet's count of days, %s", "“%s”按表格的天数读作 %s", Text.shown(text),
                            read)));
        }
        if (date.isEmpty()) {
            findings.refuse(Column.DUE_DATE, Reason.UNREADABLE,
                    Words.of("'%s' is not a date: write it like 2026-01-05 or 2026年1月5日",
                            "“%s”不是日期：写法如 2026-01-05 或 2026年1月5日", Text.shown(text)));
            return Optional.empty();
        }
        int year = date.get().getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            findings.refuse(Column.DUE_DATE, Reason.OUT_OF_RANGE,
                    Words.of("the year %d is not between %d and %d: correct the date", "年份 %d 不在 %d 至 %d 之间：请更正日期",
                            year, FIRST_YEAR, LAST_YEAR));
            return Optional.empty();
        }
        return date;
    }

    private static Optional<LocalDate> dateIn(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> serial(String text) {
        Matcher serial = SERIAL.matcher(text);
        if (!serial.matches()) {
            return Optional.empty();
        }
        long days = Long.parseLong(serial.group(1)) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
        return days < FIRST_SERIAL || days > LAST_SERIAL
                ? Optional.empty()
                : Optional.of(DAY_0_OF_1900.plusDays(days));
    }

    static Optional<Integer> overdueDays(Cells cells, Findings findings) {
        return count(Column.OVERDUE_DAYS, MOST_DAYS, cells, findings);
    }

    static Optional<Integer> overduePeriods(Cells cells, Findings findings) {
        return count(Column.OVERDUE_PERIODS, MOST_PERIODS, cells, findings);
    }

    private static Optional<Integer> count(Column column, int most, Cells cells, Findings findings) {
        String text = cells.plain(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher count = COUNT.matcher(text);
        if (count.matches()) {
            int value = Integer.parseInt(count.group(1));
            if (value <= most) {
                return Optional.of(value);
            }
        }
        findings.warn(column, Reason.UNREADABLE,
                Words.of("'%s' is not a whole number from 0 to %d; it was left out", "“%s”不是 0 至 %d 的整数；已略去",
                        Text.shown(text), most));
        return Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            for (int form = 1; form <= FORMS; form++) {
                if (date.group("y" + form) != null) {
                    return Optional.of(LocalDate.of(Integer.parseInt(date.group("y" + form)),
                            Integer.parseInt(date.group("m" + form)), Integer.parseInt(date.group("d" + form))));
                }
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
