package com.callfloor.dialer.local.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.cases.intake.CaseFile;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.IntakeSettings;
import com.callfloor.dialer.cases.intake.ReadRow;
import com.callfloor.dialer.cases.intake.RejectedRow;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/** The committed sample is what the generator makes, and what the floor can use. */
class SampleFilesTest {
    private static final Path COMMITTED = Path.of("..", "sql", "sample");

    @TempDir
    private Path fresh;

    @Test
    void theCommittedFilesAreThoseOfTheGenerator() throws IOException {
        SampleFiles.write(fresh);
        if (Boolean.getBoolean("sample.write")) {
            SampleFiles.write(COMMITTED);
        }
        assertThat(COMMITTED.resolve("cases.csv")).hasSameBinaryContentAs(fresh.resolve("cases.csv"));
        assertThat(COMMITTED.resolve("cases-zh.csv")).hasSameBinaryContentAs(fresh.resolve("cases-zh.csv"));
    }

    @Test
    void everyGoodRowIsTakenAndEveryBrokenOneRejected() {
        Read read = read("cases.csv");

        assertThat(read.good()).hasSize(SampleFiles.CASES + BrokenRows.harmless().size() + BrokenRows.replacing());
        assertThat(read.bad()).hasSize(BrokenRows.broken("any").size() - BrokenRows.replacing())
                .allSatisfy(row -> assertThat(row.caseRef() == null || !row.caseRef().matches("CF26-0(?!00001).*"))
                        .as("a broken row on purpose: %s", row)
                        .isTrue());
        assertThat(read.good()).extracting(CaseRow::debtorName).contains("王 Action: Originate", "李\"老五\"娜", "=张伟");
    }

    @Test
    void theChineseFileIsTakenWhole() {
        Read read = read("cases-zh.csv");

        assertThat(read.bad()).isEmpty();
        assertThat(read.good()).hasSize(SampleFiles.CHINESE_CASES)
                .allSatisfy(row -> assertThat(row.region()).startsWith("CN-"));
    }

    @Test
    void everyNumberIsAValidOneOfChina() {
        assertThat(read("cases.csv").good()).flatExtracting(CaseRow::numbers)
                .extracting(CaseNumber::number)
                .allSatisfy(SampleFilesTest::assertChinese);
    }

    @Test
    void theMixIsThatOfARealPortfolio() {
        List<CaseRow> cases = read("cases.csv").good();

        assertThat(cases.stream().map(CaseRow::region).distinct()).hasSizeGreaterThan(25);
        assertThat(cases.stream().map(CaseRow::overduePeriods).distinct()).contains(1, 2, 3, 4, 5, 6);
        assertThat(cases.stream().map(CaseRow::product).distinct()).hasSize(3);
        assertThat(cases).filteredOn(row -> row.numbers().size() > 1).hasSizeGreaterThan(600);
        assertThat(cases).flatExtracting(CaseRow::numbers).extracting(CaseNumber::role).contains(NumberRole.values());
        assertThat(cases.stream().collect(groupingBy(CaseRow::debtorRef, counting())).values()).contains(2L);
        assertThat(debtorsPerNumber(cases)).as("two debtors share a number").contains(2);
    }

    private static Set<Integer> debtorsPerNumber(List<CaseRow> cases) {
        record Listing(PhoneNumber number, String debtorRef) {}
        Set<Listing> listings = new HashSet<>();
        cases.forEach(row -> row.numbers()
                .forEach(number -> listings.add(new Listing(number.number(), row.debtorRef()))));
        return new HashSet<>(listings.stream()
                .collect(groupingBy(Listing::number, counting()))
                .values()
                .stream()
                .map(Long::intValue)
                .toList());
    }

    private static void assertChinese(PhoneNumber number) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            assertThat(util.isValidNumberForRegion(util.parse(number.e164(), "ZZ"), "CN")).isTrue();
        } catch (NumberParseException e) {
            throw new AssertionError("E.164 always parses", e);
        }
    }

    private record Read(List<CaseRow> good, List<RejectedRow> bad) {}

    private static Read read(String name) {
        IntakeSettings settings = new IntakeSettings("CN", Currency.getInstance("CNY"), "zh-CN");
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        try (CaseFile file = new CaseFileReader(settings).open(COMMITTED.resolve(name))) {
            file.forEachRemaining(row -> {
                switch (row) {
                    case ReadRow.Good(CaseRow good, var warnings) -> read.good().add(good);
                    case ReadRow.Bad(RejectedRow bad) -> read.bad().add(bad);
                    case ReadRow.Withdrawn gone -> throw new AssertionError("nothing in the sample is withdrawn");
                }
            });
        }
        return read;
    }
}
