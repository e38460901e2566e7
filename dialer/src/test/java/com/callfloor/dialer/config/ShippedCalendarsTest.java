package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

import com.callfloor.dialer.rules.calendar.Coverage;
import com.callfloor.dialer.rules.calendar.DayKind;
import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.callfloor.dialer.rules.calendar.DayKind.HOLIDAY;
import static com.callfloor.dialer.rules.calendar.DayKind.MAKE_UP_WORKDAY;
import static com.callfloor.dialer.rules.calendar.DayKind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

/** That no date is listed twice or under another year is seen to by the reader, which refuses such a file. */
class ShippedCalendarsTest {
    private static final Path SHIPPED = Path.of("..", "config", "calendars");

    @ParameterizedTest
    @CsvSource({"cn, 2020, 2026, 2030", "au, 2015, 2035, 2035", "us, 2015, 2035, 2035", "uk, 2020, 2027, 2030",
            "in, 2015, 2035, 2035", "jp, 2020, 2027, 2030", "br, 2020, 2030, 2030", "ru, 2020, 2030, 2030"})
    void aCalendarHoldsItsYears(String id, int first, int lastPublished, int last) throws Exception {
        HolidayCalendar calendar = shipped(id);

        assertThat(IntStream.rangeClosed(first, lastPublished).mapToObj(calendar::coverage))
                .containsOnly(Coverage.PUBLISHED);
        assertThat(IntStream.rangeClosed(lastPublished + 1, last).mapToObj(calendar::coverage))
                .allMatch(Coverage.PROVISIONAL::equals);
        assertThat(calendar.coverage(first - 1)).isEqualTo(Coverage.MISSING);
        assertThat(calendar.coverage(last + 1)).isEqualTo(Coverage.MISSING);
    }

    @Test
    void everyFileOfTheFolderIsOneOfThem() throws Exception {
        try (var files = Files.list(SHIPPED)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("README.md",
                    "cn.yaml", "au.yaml", "us.yaml", "uk.yaml", "in.yaml", "jp.yaml", "br.yaml", "ru.yaml");
        }
    }

    @Test
    void chinaHasItsAnnouncedSpansAndMakeUpWorkdays() throws Exception {
        HolidayCalendar cn = shipped("cn");

        assertDays(cn, HOLIDAY, "2020-01-31", "2020-10-08", "2022-12-31", "2024-02-10", "2024-02-17", "2024-10-07",
                "2025-01-28", "2025-10-08", "2026-01-01", "2026-02-15", "2026-02-23", "2026-10-07");
        assertDays(cn, MAKE_UP_WORKDAY, "2020-01-19", "2024-02-04", "2024-02-18", "2025-01-26", "2025-09-28",
                "2026-01-04", "2026-02-14", "2026-02-28", "2026-10-10");
        assertDays(cn, ORDINARY, "2024-02-09", "2024-02-19", "2025-12-31", "2026-01-05", "2026-02-24");
        assertThat(cn.nameOf(LocalDate.of(2024, 2, 10))).hasValue("春节");
    }

    @Test
    void chinaBlocksTheStatutoryDaysOfYearsNotYetAnnounced() throws Exception {
        HolidayCalendar cn = shipped("cn");

        assertDays(cn, HOLIDAY, "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-08", "2027-04-05", "2027-05-02",
                "2027-06-09", "2027-09-15", "2027-10-03", "2028-01-25", "2028-05-28", "2028-10-03", "2029-02-12",
                "2029-06-16", "2029-09-22", "2030-02-02", "2030-02-05", "2030-06-05", "2030-09-12");
        assertDays(cn, ORDINARY, "2027-02-04", "2027-02-09", "2027-05-03", "2027-10-04", "2030-02-01");
    }

    @Test
    void australiaHasTheNationalDaysAndThoseObservedInstead() throws Exception {
        HolidayCalendar au = shipped("au");

        assertDays(au, HOLIDAY, "2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28", "2022-12-27", "2028-01-01",
                "2028-01-03", "2025-01-26", "2025-01-27", "2026-12-28", "2026-04-03", "2026-04-06", "2026-04-25",
                "2022-09-22", "2015-12-28", "2035-12-26");
        assertDays(au, ORDINARY, "2026-04-27", "2026-04-04", "2026-06-08", "2022-12-28", "2027-12-24");
    }

    @Test
    void theUnitedStatesHaveFederalHolidaysWithTheirObservedDays() throws Exception {
        HolidayCalendar us = shipped("us");

        assertDays(us, HOLIDAY, "2026-07-03", "2026-07-04", "2021-06-18", "2021-12-31", "2027-12-31", "2023-01-02",
                "2026-01-19", "2026-02-16", "2026-05-25", "2026-09-07", "2026-10-12", "2026-11-26");
        assertDays(us, ORDINARY, "2020-06-19", "2026-07-06", "2026-11-27", "2026-12-24");
    }

    @Test
    void englandAndWalesHaveBankHolidaysWithSubstitutesAndOneOffs() throws Exception {
        HolidayCalendar uk = shipped("uk");

        assertDays(uk, HOLIDAY, "2020-05-08", "2022-01-03", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08",
                "2021-12-27", "2021-12-28", "2026-08-31", "2026-12-28", "2027-03-29");
        assertDays(uk, ORDINARY, "2020-05-04", "2022-05-30", "2026-06-15", "2026-11-30", "2026-01-02");
    }

    @Test
    void indiaHasItsThreeNationalHolidays() throws Exception {
        HolidayCalendar in = shipped("in");

        assertDays(in, HOLIDAY, "2015-01-26", "2026-08-15", "2035-10-02");
        assertDays(in, ORDINARY, "2026-11-08", "2026-12-25");
    }

    @Test
    void japanHasSubstitutesSandwichedDaysAndTheOlympicMoves() throws Exception {
        HolidayCalendar jp = shipped("jp");

        assertDays(jp, HOLIDAY, "2026-09-21", "2026-09-22", "2026-09-23", "2026-05-06", "2020-07-23", "2020-07-24",
                "2020-08-10", "2021-07-22", "2021-07-23", "2021-08-08", "2021-08-09", "2027-03-21", "2027-03-22",
                "2028-03-20", "2028-09-22");
        assertDays(jp, ORDINARY, "2020-07-20", "2020-10-12", "2021-07-19", "2021-08-11", "2021-10-11", "2025-09-22");
        assertThat(jp.nameOf(LocalDate.of(2026, 9, 22))).hasValue("国民の休日");
    }

    @Test
    void brazilHasNationalHolidaysAndItsOptionalPointDays() throws Exception {
        HolidayCalendar br = shipped("br");

        assertDays(br, HOLIDAY, "2026-04-03", "2026-02-16", "2026-02-17", "2026-06-04", "2024-11-20", "2026-11-20",
                "2026-10-12");
        assertDays(br, ORDINARY, "2023-11-20", "2026-02-18", "2026-07-09");
    }

    @Test
    void russiaHasTheHolidaysOfItsLaborCode() throws Exception {
        HolidayCalendar ru = shipped("ru");

        assertDays(ru, HOLIDAY, "2026-01-01", "2026-01-07", "2026-01-08", "2026-02-23", "2026-03-08", "2026-05-01",
                "2026-05-09", "2026-06-12", "2026-11-04");
        assertDays(ru, ORDINARY, "2026-01-09", "2026-03-09", "2026-05-11");
    }

    @Test
    void easterFallsWhereThreeCountriesSayItDoes() throws Exception {
        HolidayCalendar au = shipped("au");
        HolidayCalendar uk = shipped("uk");
        HolidayCalendar br = shipped("br");

        for (int year = 2020; year <= 2030; year++) {
            LocalDate goodFriday = LocalDate.of(year, 3, 20);
            while (!br.nameOf(goodFriday).equals(Optional.of("Sexta-feira Santa"))) {
                goodFriday = goodFriday.plusDays(1);
            }
            assertThat(goodFriday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            for (HolidayCalendar calendar : new HolidayCalendar[]{au, uk}) {
                assertThat(calendar.nameOf(goodFriday)).hasValue("Good Friday");
                assertThat(calendar.nameOf(goodFriday.plusDays(3))).hasValue("Easter Monday");
            }
        }
    }

    private static HolidayCalendar shipped(String id) throws ConfigProblem {
        return new CalendarFile().read(SHIPPED, id);
    }

    private static void assertDays(HolidayCalendar calendar, DayKind kind, String... dates) {
        assertThat(dates).allSatisfy(date -> assertThat(calendar.kindOf(LocalDate.parse(date)))
                .as(calendar.id() + " " + date)
                .isEqualTo(kind));
    }
}
