package com.callfloor.dialer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import com.callfloor.dialer.rules.calendar.Coverage;
import com.callfloor.dialer.rules.calendar.DayKind;
import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarFileTest {
    private static final String GOOD = """
            calendar: cn
            source: the gazette
            license: MIT
            years:
              2026:
                published: true
                holidays:
                  2026-01-01: 元旦
                  2026-01-02: 元旦
                make_up_workdays:
                  2026-01-04: 元旦
              2027: { published: false, holidays: { 2027-01-01: 元旦 } }
            """;

    @TempDir
    Path folder;

    @Test
    void aCalendarIsRead() throws Exception {
        Files.writeString(folder.resolve("cn.yaml"), GOOD);

        HolidayCalendar cn = read();

        assertThat(cn.id()).isEqualTo("cn");
        assertThat(cn.kindOf(LocalDate.of(2026, 1, 2))).isEqualTo(DayKind.HOLIDAY);
        assertThat(cn.nameOf(LocalDate.of(2026, 1, 2))).hasValue("元旦");
        assertThat(cn.kindOf(LocalDate.of(2026, 1, 3))).isEqualTo(DayKind.ORDINARY);
        assertThat(cn.kindOf(LocalDate.of(2026, 1, 4))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(cn.kindOf(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.HOLIDAY);
        assertThat(cn.coverage(2026)).isEqualTo(Coverage.PUBLISHED);
        assertThat(cn.coverage(2027)).isEqualTo(Coverage.PROVISIONAL);
        assertThat(cn.coverage(2028)).isEqualTo(Coverage.MISSING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "license: MIT           | license: MIT\\nlicence: MIT              | : unknown key 'licence'; known here: [",
            "published: true        | published: true\\n    observed: true         | line 7: years: unknown key 'observed'; known here: [published, holidays",
            "license: MIT           | license: ' '                               | cn.yaml: license is empty; say",
            "source: the gazette    | source: ''                                 | cn.yaml: source is empty; say",
            "source: the gazette\\n | ''                                         | source: this key is missing",
            "calendar: cn           | calendar: us                               | calls itself 'us'; it must be 'cn'",
            "2026-01-02: 元旦        | 2027-01-02: 元旦                            | line 5: years: 2027-01-02 is listed under 2026; move it under 2027",
            "2026-01-02: 元旦        | 2026-01-04: 元旦                            | line 5: years: 2026-01-04 is both a holiday and a make-up workday; remove",
            "2026-01-02: 元旦        | 2026-01-01: 元旦                            | line 9: years: 2026-01-01 stands here twice; remove",
            "2026-01-02: 元旦        | 2026-02-30: 元旦                            | line 9: years: '2026-02-30' is no date; write it like",
            "2026-01-02: 元旦        | 2026-01-02:                                | line 9: years: 2026-01-02 needs a name",
            "2026-01-02: 元旦        | 2026-01-02: ''                             | line 5: years: 2026-01-02 has no name",
            "make_up_workdays       | holidays                                   | line 10: years: holidays stands here twice",
            "2027: {                | 2026: {                                    | line 12: years: 2026 stands here twice",
            "2027: {                | 27th: {                                    | line 12: years: '27th' is no year; write it like 2026",
            "2027: {                | 20270: {                                   | line 12: years: 20270 is no year from 1900 to 2199",
            "published: true        | published: maybe                           | line 6: years: published is true or false, not 'maybe'",
            "published: false,      | ''                                         | line 12: years: 2027.published: this key is missing",
            ", holidays: { 2027-01-01: 元旦 } | ''                               | line 12: years: 2027.holidays: this key is missing",
            "{ 2027-01-01: 元旦 }    | {}                                         | line 12: years: 2027 lists no holiday",
            "{ 2027-01-01: 元旦 }    | [2027-01-01]                               | line 12: years: holidays must be a list of `key: value`"})
    void aFileThatIsNotUnderstoodIsRefusedWithItsPlace(String original, String changed, String message)
            throws Exception {
        broken(original.replace("\\n", "\n"), changed.replace("\\n", "\n"));

        assertThatThrownBy(this::read).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("cn.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void aFileWithoutAYearIsRefused() throws Exception {
        Files.writeString(folder.resolve("cn.yaml"), GOOD.substring(0, GOOD.indexOf("years:")) + "years: {}\n");

        assertThatThrownBy(this::read).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("cn.yaml, years: ")
                .hasMessageContaining("add one");
    }

    @Test
    void aCalendarThatIsNotThereIsNamed() {
        assertThatThrownBy(this::read).isInstanceOf(ConfigProblem.class).hasMessageContaining("add ");
    }

    private HolidayCalendar read() throws ConfigProblem {
        return new CalendarFile().read(folder, "cn");
    }

    private void broken(String original, String changed) throws IOException {
        assertThat(GOOD).contains(original);
        Files.writeString(folder.resolve("cn.yaml"), GOOD.replace(original, changed));
    }
}
