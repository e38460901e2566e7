package com.callfloor.dialer.cases.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import com.callfloor.dialer.cases.CaseRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.dialer.cases.intake.IntakeFixture.caseWith;
import static com.callfloor.dialer.cases.intake.IntakeFixture.reasons;
import static org.assertj.core.api.Assertions.assertThat;

/** How amounts, dates, places and texts of a row are read. */
class IntakeValuesTest {
    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    @Test
    void aRowWithTheRequiredValuesAloneIsGoodAndTheRestIsAbsentOrTheFloorsDefault() {
        CaseRow row = files.good(caseWith());

        assertThat(row.caseRef()).isEqualTo("C-1");
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.amountDue()).hasToString("1234.50 CNY");
        assertThat(row.language()).isEqualTo("zh-CN");
        assertThat(row.overdueDays()).as("never derived").isNull();
        assertThat(row.lender()).isNull();
        assertThat(row.region()).isNull();
        assertThat(row.timezone()).isNull();
        assertThat(row.principal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_ref", "debtor_ref", "debtor_name", "amount_due", "due_date"})
    void aMissingRequiredValueIsNamed(String column) {
        RejectedRow row = files.bad(caseWith(column, "　 "));

        assertThat(row.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason()).isEqualTo(Reason.MISSING);
        });
    }

    @Test
    void allProblemsOfARowAreToldAtOnce() {
        RejectedRow row = files.bad(caseWith("amount_due", "x", "due_date", "y", "region", "z", "phone_1", "w"));

        assertThat(reasons(row)).contains(Reason.UNREADABLE, Reason.UNKNOWN_CODE, Reason.NO_OWN_NUMBER,
                Reason.IMPOSSIBLE_NUMBER);
        assertThat(row.caseRef()).isEqualTo("C-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234.5|123450", "1,234.56|123456", "¥1234.5|123450", "￥ 1,234|123400",
            "１２３４．５|123450", "1234元|123400", "1.2万|1200000", "￥1.2345万元|1234500", "RMB 1,234.5|123450",
            "1234.5CNY|123450", "¥1234元|123400", "1234元整|123400", "1234.5000|123450", "0.01|1", "1234.5 |123450"})
    void amountsAreReadAsPeopleWriteThem(String written, long fen) {
        assertThat(files.good(caseWith("amount_due", written)).amountDue().minor()).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|NOT_POSITIVE", "0.00|NOT_POSITIVE", "-5|NOT_POSITIVE",
            "1234.567|TOO_PRECISE", "1.234,56|UNREADABLE", "12,34.5|UNREADABLE", "1e3|UNREADABLE", "(5)|UNREADABLE",
            "12345678901234567890|UNREADABLE", "$5|CURRENCY_MISMATCH", "€5|CURRENCY_MISMATCH",
            "USD 5|CURRENCY_MISMATCH", "1.2345678万|TOO_PRECISE", "1.2E+05|UNREADABLE"})
    void anAmountInDoubtIsBad(String written, Reason reason) {
        assertThat(reasons(files.bad(caseWith("amount_due", written)))).containsExactly(reason);
    }

    @Test
    void aCurrencyDecidesHowManyDecimalsThereAre() {
        assertThat(files.good(caseWith("currency", "jpy", "amount_due", "¥5,000")).amountDue().minor())
                .isEqualTo(5000);
        assertThat(reasons(files.bad(caseWith("currency", "JPY", "amount_due", "5000.5"))))
                .containsExactly(Reason.TOO_PRECISE);
        assertThat(files.good(caseWith("currency", "人民币")).amountDue().currency().getCurrencyCode()).isEqualTo("CNY");
        assertThat(reasons(files.bad(caseWith("currency", "XAU")))).containsExactly(Reason.UNKNOWN_CODE);
    }

    @Test
    void aPrincipalThatCannotBeReadIsLeftOutAndTold() {
        ReadRow.Good row = files.goodWithWarnings(caseWith("principal", "about 5"));

        assertThat(row.row().principal()).isNull();
        assertThat(reasons(row.warnings())).containsExactly(Reason.UNREADABLE);
        assertThat(files.goodWithWarnings(caseWith("principal", "-1")).row().principal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "2026 年 01 月 05 日", "20260105",
            "２０２６－０１－０５", "2026-01-05 00:00:00", "2026-01-05T08:30", "2026年1月5号", "20260105.0", "46027", "46027.0",
            "46027.5", "=\"2026-01-05\"", "'2026-01-05"})
    void datesAreReadInTheFormsThatHaveOneReading(String written) {
        assertThat(files.good(caseWith("due_date", written)).dueDate()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30,UNREADABLE", "1/5/2026,UNREADABLE", "2026-01,UNREADABLE", "20000,UNREADABLE",
            "2026-1/5,UNREADABLE", "1926-01-05,OUT_OF_RANGE", "0206-01-05,OUT_OF_RANGE"})
    void aDateInDoubtIsBad(String written, Reason reason) {
        assertThat(reasons(files.bad(caseWith("due_date", written)))).containsExactly(reason);
    }

    @Test
    void daysAndPeriodsOverdueAreReadOrLeftOut() {
        CaseRow row = files.good(caseWith("overdue_days", "95天", "overdue_periods", "M4"));
        assertThat(row.overdueDays()).isEqualTo(95);
        assertThat(row.overduePeriods()).isEqualTo(4);

        ReadRow.Good doubtful = files.goodWithWarnings(caseWith("overdue_days", "-3", "overdue_periods", "many"));
        assertThat(doubtful.row().overdueDays()).isNull();
        assertThat(doubtful.warnings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CN-GD,CN-GD", "us-ma,US-MA", "广东,CN-GD", "广东省,CN-GD", "广东省深圳市,CN-GD", "内蒙古自治区,CN-NM",
            "新疆维吾尔自治区,CN-XJ", "广西壮族自治区,CN-GX", "宁夏回族自治区,CN-NX", "北京市,CN-BJ", "香港特别行政区,CN-HK", "HK,CN-HK",
            "ＣＮ－ＳＨ,CN-SH"})
    void regionsAreReadByCodeOrByProvince(String written, String code) {
        assertThat(files.good(caseWith("region", written, "phone_1", "+8613800001234")).region()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN-ZZ", "XX-01", "Guangdong", "广东深圳", "US", "火星"})
    void aRegionInDoubtIsBadSinceItsRulesWouldBeMissed(String written) {
        assertThat(reasons(files.bad(caseWith("region", written)))).containsExactly(Reason.UNKNOWN_CODE);
    }

    @Test
    void timeZonesAreAreaAndCity() {
        assertThat(files.good(caseWith("timezone", "Asia/Urumqi")).timezone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        for (String doubtful : new String[]{"GMT+8", "+08:00", "Etc/GMT+8", "CST", "Asia/Beijing", "北京时间"}) {
            assertThat(reasons(files.bad(caseWith("timezone", doubtful)))).containsExactly(Reason.UNKNOWN_CODE);
        }
    }

    @Test
    void languagesAreTagsOrChineseNamesAndElseTheFloorsOwn() {
        assertThat(files.good(caseWith("language", "en_us")).language()).isEqualTo("en-US");
        assertThat(files.good(caseWith("language", "粤语")).language()).isEqualTo("yue-CN");
        ReadRow.Good doubtful = files.goodWithWarnings(caseWith("language", "??"));
        assertThat(doubtful.row().language()).isEqualTo("zh-CN");
        assertThat(reasons(doubtful.warnings())).containsExactly(Reason.UNKNOWN_CODE);
    }

    @ParameterizedTest
    @CsvSource({"case_ref,64", "debtor_ref,64", "debtor_name,128", "lender,128", "product,128", "postal_code,16",
            "notes,2000", "contact_1_name,128", "contact_1_relation,64"})
    void textsMayBeAsLongAsTheirLimitInCharactersAndNoLonger(String column, int limit) {
        String astral = "𠮷".repeat(limit);

        assertThat(files.read(caseWith(column, astral))).isInstanceOf(ReadRow.Good.class);
        assertThat(files.bad(caseWith(column, astral + "x")).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason()).isEqualTo(Reason.TOO_LONG);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+17", "6E18"})
    void aReferenceThatASpreadsheetRoundedIsBad(String written) {
        assertThat(reasons(files.bad(caseWith("case_ref", written)))).containsExactly(Reason.DIGITS_LOST);
    }

    @Test
    void aSpreadsheetErrorIsNoName() {
        assertThat(reasons(files.bad(caseWith("debtor_name", "#N/A")))).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void messagesNeverRepeatANumberOrAName() {
        RejectedRow row = files.bad(caseWith("phone_1", "138000012345", "debtor_name", "王芳".repeat(100)));

        assertThat(row.problems()).allSatisfy(
                problem -> assertThat(problem.message()).doesNotContain("138000012345").doesNotContain("王芳"));
    }
}
