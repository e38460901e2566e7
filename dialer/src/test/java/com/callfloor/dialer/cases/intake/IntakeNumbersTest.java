package com.callfloor.dialer.cases.intake;

import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.dialer.cases.intake.IntakeFixture.caseWith;
import static com.callfloor.dialer.cases.intake.IntakeFixture.reasons;
import static org.assertj.core.api.Assertions.assertThat;

/** Which of a row's numbers may be dialed, and whose they are. */
class IntakeNumbersTest {
    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    private List<CaseNumber> numbers(String... columnsAndValues) {
        return files.good(caseWith(columnsAndValues)).numbers();
    }

    private static CaseNumber own(String e164, NumberRole role, int position) {
        return new CaseNumber(new PhoneNumber(e164), role, position, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"13800001234|+8613800001234|MOBILE", "138-0000-1234|+8613800001234|MOBILE",
            "+86 138 0000 1234|+8613800001234|MOBILE", "0086 13800001234|+8613800001234|MOBILE",
            "8613800001234|+8613800001234|MOBILE", "１３８００００１２３４|+8613800001234|MOBILE",
            "13800001234.0|+8613800001234|MOBILE", "013800001234|+8613800001234|MOBILE",
            "(010) 6000-1234|+861060001234|HOME", "0471-6001234|+864716001234|HOME", "1060001234|+861060001234|HOME"})
    void numbersAreReadAsPeopleAndSpreadsheetsWriteThem(String written, String e164, NumberRole role) {
        assertThat(numbers("phone_1", written)).containsExactly(own(e164, role, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60001234", "138000012345", "12345678901", "95588", "1380000", "见备注", "13800001234转8",
            "13800001234/13900001234", "010-60001234-801", "1-800-FLOWERS", "+86138", "+", "\u202E13800001234x",
            "99999999999999999999999999999999999999999999999999999999999999999999999"})
    void aNumberInDoubtIsNotDialed(String written) {
        RejectedRow row = files.bad(caseWith("phone_1", written));

        assertThat(reasons(row)).containsExactly(Reason.NO_OWN_NUMBER, Reason.IMPOSSIBLE_NUMBER);
    }

    @Test
    void theRegionDecidesInWhichCountryANumberIsRead() {
        assertThat(numbers("region", "US-MA", "phone_1", "(617) 253-1000").getFirst().number().e164())
                .isEqualTo("+16172531000");
        assertThat(numbers("region", "香港", "phone_1", "2123 4567").getFirst().number().e164())
                .isEqualTo("+85221234567");
        assertThat(reasons(files.bad(caseWith("region", "US-MA", "phone_1", "13800001234"))))
                .contains(Reason.NO_OWN_NUMBER);
    }

    @Test
    void aNumberWithItsCountryCodeInAnUnknownRangeIsKeptAndTold() {
        ReadRow.Good row = files.goodWithWarnings(caseWith("phone_1", "+8612345678901"));

        assertThat(row.row().numbers()).extracting(number -> number.number().e164()).containsExactly("+8612345678901");
        assertThat(reasons(row.warnings())).containsExactly(Reason.UNALLOCATED_NUMBER);
    }

    @Test
    void premiumRateNumbersAreNeverDialed() {
        assertThat(files.bad(caseWith("phone_1", "+442079460000", "phone_1", "+449098790000")).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("premium-rate"));
    }

    @Test
    void aBadNumberBesideAGoodOneIsLeftOutAndTold() {
        ReadRow.Good row = files.goodWithWarnings(caseWith("phone_2", "123", "phone_3", "13900001234"));

        assertThat(row.row().numbers()).containsExactly(own("+8613800001234", NumberRole.MOBILE, 1),
                own("+8613900001234", NumberRole.MOBILE, 2));
        assertThat(row.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("phone_2");
            assertThat(problem.reason()).isEqualTo(Reason.IMPOSSIBLE_NUMBER);
        });
    }

    @Test
    void typesSayWhoseANumberIsInEitherLanguage() {
        assertThat(numbers("phone_1_type", "单位", "phone_2", "13900001234", "phone_2_type", "HOME", "phone_3",
                "13700001234", "phone_3_type", "contact")).extracting(CaseNumber::role)
                .containsExactly(NumberRole.WORK, NumberRole.HOME, NumberRole.CONTACT);
    }

    @Test
    void anUnknownTypeMakesItAContactsNumberSinceItMayBeSomebodyElses() {
        ReadRow.Good row = files
                .goodWithWarnings(caseWith("phone_2", "13900001234", "phone_2_type", "父亲"));

        assertThat(row.row().numbers().getLast()).satisfies(number -> {
            assertThat(number.role()).isEqualTo(NumberRole.CONTACT);
            assertThat(number.contactRelation()).isEqualTo("父亲");
        });
        assertThat(reasons(row.warnings())).containsExactly(Reason.UNKNOWN_TYPE);
    }

    @Test
    void contactsCarryTheirNameAndRelation() {
        assertThat(numbers("contact_1_name", "李娜", "contact_1_relation", "配偶", "contact_1_phone", "13900001234"))
                .last()
                .isEqualTo(new CaseNumber(new PhoneNumber("+8613900001234"), NumberRole.CONTACT, 2, "李娜", "配偶"));
    }

    @Test
    void aContactWithoutANumberIsLeftOutAndTold() {
        ReadRow.Good row = files.goodWithWarnings(caseWith("contact_1_name", "李娜", "contact_1_phone", ""));

        assertThat(row.row().numbers()).hasSize(1);
        assertThat(reasons(row.warnings())).containsExactly(Reason.NO_CONTACT_NUMBER);
    }

    @Test
    void aRowWithNumbersOfContactsAloneIsBad() {
        assertThat(reasons(files.bad(caseWith("phone_1_type", "contact")))).containsExactly(Reason.NO_OWN_NUMBER);
        assertThat(reasons(files.bad(caseWith("phone_1", "", "contact_1_phone", "13900001234"))))
                .containsExactly(Reason.NO_OWN_NUMBER);
    }

    @Test
    void aNumberListedTwiceIsKeptOnceAndTheFirstListingCounts() {
        assertThat(numbers("phone_1_type", "work", "phone_2", "+86 138 0000 1234", "phone_2_type", "home", "phone_3",
                "13900001234")).containsExactly(own("+8613800001234", NumberRole.WORK, 1),
                        own("+8613900001234", NumberRole.MOBILE, 2));
    }

    @Test
    void aNumberThatIsTheDebtorsAndAContactsIsTheDebtors() {
        assertThat(numbers("phone_1_type", "contact", "phone_2", "13800001234", "contact_1_name", "李娜",
                "contact_1_phone", "13800001234")).containsExactly(own("+8613800001234", NumberRole.MOBILE, 1));
    }
}
