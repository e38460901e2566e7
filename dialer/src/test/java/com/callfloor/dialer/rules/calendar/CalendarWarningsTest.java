package com.callfloor.dialer.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarWarningsTest {
    private final HolidayCalendar cn = new HolidayCalendar("cn",
            List.of(year(2025, true), year(2026, true), year(2027, false)));
    private final HolidayCalendar au = new HolidayCalendar("au", List.of(year(2026, true)));

    @Test
    void nobodyIsWarnedWhileThisYearIsPublishedAndTheNextIsFar() {
        assertThat(CalendarWarnings.of(List.of(cn, au), LocalDate.of(2026, 10, 31))).isEmpty();
    }

    @Test
    void nobodyIsWarnedInNovemberWhenTheNextYearIsPublished() {
        assertThat(CalendarWarnings.of(List.of(cn), LocalDate.of(2025, 11, 1))).isEmpty();
    }

    @Test
    void fromNovemberOnTheNextYearCountsToo() {
        List<Words> warnings = CalendarWarnings.of(List.of(cn, au), LocalDate.of(2026, 11, 1));

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0).en()).contains("cn", "2027", "provisional", "only the statutory days are blocked",
                "config/calendars/cn.yaml", "published: true");
        assertThat(warnings.get(1).en()).contains("au", "lacks 2027", "all its days are treated as holidays",
                "config/calendars/au.yaml");
        assertThat(warnings.get(0).zh()).contains("cn", "2027", "暂定", "config/calendars/cn.yaml");
        assertThat(warnings.get(1).zh()).contains("au", "缺少 2027 年");
    }

    @Test
    void aYearThatHasBegunUnpublishedIsWarnedOfAllTheYear() {
        assertThat(CalendarWarnings.of(List.of(cn, au), LocalDate.of(2027, 3, 1))).hasSize(2);
    }

    @Test
    void inDecemberBothYearsMayLack() {
        assertThat(CalendarWarnings.of(List.of(cn), LocalDate.of(2027, 12, 31))).hasSize(2)
                .anyMatch(warning -> warning.en().contains("2027"))
                .anyMatch(warning -> warning.en().contains("lacks 2028"));
    }

    private static CalendarYear year(int year, boolean published) {
        return new CalendarYear(year, published, Map.of(LocalDate.of(year, 1, 1), "New Year"), Map.of());
    }
}
