package com.callfloor.dialer.rules.calendar;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HolidayCalendarTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate SUNDAY_WORKED = LocalDate.of(2026, 1, 4);
    private static final CalendarYear Y2026 = new CalendarYear(2026, true, Map.of(NEW_YEAR, "元旦"),
            Map.of(SUNDAY_WORKED, "元旦"));
    private static final CalendarYear Y2028 = new CalendarYear(2028, false,
            Map.of(LocalDate.of(2028, 12, 31), "last day"), Map.of());

    private final HolidayCalendar calendar = new HolidayCalendar("cn", List.of(Y2028, Y2026));

    @Test
    void aDayIsWhatItsYearLists() {
        assertThat(calendar.kindOf(NEW_YEAR)).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendar.kindOf(SUNDAY_WORKED)).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.kindOf(LocalDate.of(2026, 1, 2))).isEqualTo(DayKind.ORDINARY);
        assertThat(calendar.kindOf(LocalDate.of(2026, 12, 31))).isEqualTo(DayKind.ORDINARY);
        assertThat(calendar.nameOf(NEW_YEAR)).hasValue("元旦");
        assertThat(calendar.nameOf(LocalDate.of(2026, 1, 2))).isEmpty();
    }

    @Test
    void theLastDayOfALeapYearHasItsPlace() {
        assertThat(calendar.kindOf(LocalDate.of(2028, 12, 31))).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendar.kindOf(LocalDate.of(2028, 12, 30))).isEqualTo(DayKind.ORDINARY);
    }

    @Test
    void everyDayOfAMissingYearIsAHoliday() {
        for (int year : new int[]{1900, 2025, 2027, 2029, 9999}) {
            assertThat(calendar.coverage(year)).isEqualTo(Coverage.MISSING);
            assertThat(calendar.kindOf(LocalDate.of(year, 6, 15))).isEqualTo(DayKind.HOLIDAY);
            assertThat(calendar.nameOf(LocalDate.of(year, 6, 15))).isEmpty();
        }
    }

    @Test
    void aYearSaysHowWellItIsKnown() {
        assertThat(calendar.coverage(2026)).isEqualTo(Coverage.PUBLISHED);
        assertThat(calendar.coverage(2028)).isEqualTo(Coverage.PROVISIONAL);
    }

    @Test
    void aCalendarDoesNotFollowLaterChangesOfWhatItWasBuiltFrom() {
        Map<LocalDate, String> holidays = new HashMap<>(Map.of(NEW_YEAR, "元旦"));
        HolidayCalendar built = new HolidayCalendar("cn", List.of(new CalendarYear(2026, true, holidays, Map.of())));

        holidays.clear();

        assertThat(built.kindOf(NEW_YEAR)).isEqualTo(DayKind.HOLIDAY);
    }

    @Test
    void askingForADayAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int holidays = 0;
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            holidays += calendar.kindOf(NEW_YEAR) == DayKind.HOLIDAY ? 1 : 0;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(holidays).isEqualTo(100_000);
        assertThat(allocated).isLessThan(100_000);
    }

    @Test
    void aYearListedTwiceIsRefused() {
        assertThatThrownBy(() -> new HolidayCalendar("cn", List.of(Y2026, Y2026)))
                .hasMessageContaining("2026 twice");
    }

    @Test
    void aCalendarWithoutAYearIsRefused() {
        assertThatThrownBy(() -> new HolidayCalendar("cn", List.of())).hasMessageContaining("no year");
    }

    @Test
    void aYearThatContradictsItselfIsRefused() {
        Map<LocalDate, String> newYear = Map.of(NEW_YEAR, "元旦");

        assertThatThrownBy(() -> new CalendarYear(2027, true, newYear, Map.of()))
                .hasMessage("2026-01-01 is listed under 2027; move it under 2026");
        assertThatThrownBy(() -> new CalendarYear(2026, true, newYear, newYear))
                .hasMessageContaining("both a holiday and a make-up workday");
        assertThatThrownBy(() -> new CalendarYear(2026, true, Map.of(), Map.of()))
                .hasMessageContaining("lists no holiday");
        assertThatThrownBy(() -> new CalendarYear(2026, true, Map.of(NEW_YEAR, " "), Map.of()))
                .hasMessageContaining("has no name");
        assertThatThrownBy(() -> new CalendarYear(20260, true, newYear, Map.of()))
                .hasMessageContaining("no year from 1900 to 2199");
    }
}
