package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.dialer.cases.intake.IntakeFixture.lines;
import static com.callfloor.dialer.cases.intake.IntakeFixture.reasons;
import static org.assertj.core.api.Assertions.assertThat;

/** Files as they come from lenders' systems and from people's hands. */
class IntakeNastyFilesTest {
    private static final String HEADER = "案件编号,客户编号,姓名,欠款金额,应还日期,手机号";

    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    private Path workbook(Consumer<Workbook> content) throws IOException {
        Path file = folder.resolve("nasty.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            content.accept(workbook);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, text.toString());
            }
        }
    }

    private static List<CaseRow> good(List<ReadRow> rows) {
        return rows.stream()
                .filter(ReadRow.Good.class::isInstance)
                .map(row -> ((ReadRow.Good) row).row())
                .toList();
    }

    private static List<RejectedRow> bad(List<ReadRow> rows) {
        return rows.stream()
                .filter(ReadRow.Bad.class::isInstance)
                .map(row -> ((ReadRow.Bad) row).row())
                .toList();
    }

    @Test
    void titlesAboveTheHeaderBlankRowsAndTotalsDoNotHideTheCases() throws IOException {
        // Given a sheet as people make it: a merged title, a date, a gap, the header, cases, a gap, totals, a signature
        Path file = workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("委案明细");
            row(sheet, 0, "晨星消费金融委外案件明细表");
            sheet.range(0, 0, 0, 5).merge();
            row(sheet, 1, "制表日期：2026-11-01", "", "", "单位：元");
            row(sheet, 3, "*案件编号", "客户编号", "姓 名", "欠款金额（元）", "应还日期", "手机号");
            row(sheet, 4, "C-1", "D-1", "王芳", "￥1,234.50", "2026年1月5日", 13800001234L);
            row(sheet, 5, "", "", "", "", "", "");
            row(sheet, 6, 1002, 2002, "李　四", "1.2万", 46027, "１３８　０００１　２３４５");
            row(sheet, 8, "合计", "", "", 13234.5, "", "");
        });

        List<ReadRow> rows = IntakeFixture.readAll(file);

        assertThat(good(rows)).extracting(CaseRow::caseRef).containsExactly("C-1", "1002");
        assertThat(good(rows)).extracting(row -> row.amountDue().minor()).containsExactly(123450L, 1200000L);
        assertThat(good(rows)).extracting(CaseRow::dueDate).containsOnly(LocalDate.of(2026, 1, 5));
        assertThat(good(rows)).extracting(row -> row.numbers().getFirst().number().e164())
                .containsExactly("+8613800001234", "+8613800012345");
        assertThat(bad(rows)).singleElement().satisfies(total -> {
            assertThat(reasons(total)).containsExactly(Reason.TOTAL_LINE);
            assertThat(total.hidesACase()).isFalse();
            assertThat(total.line()).isEqualTo(9);
        });
        assertThat(reasons(files.fileWarnings(file))).containsExactly(Reason.ABOVE_HEADER);
    }

    @Test
    void aGb18030TextWithTitleMixedLineEndsAndQuotedNewlinesIsReadWhole() {
        String text = "晨星消费金融,,,,,\r\n\n案件编号,客户编号,姓名,欠款金额,应还日期,手机号\r"
                + "C-1,D-1,\"王\n芳\",\"1,234.50\",2026/1/5,13800001234.0\r\n"
                + "C-2,D-2,欧阳娜娜,¥99,20260105.0,=\"13800001235\"\n\r\n"
                + "C-3,D-3,李四,\"5,000元\",46027,'13800001236\n"
                + "C-4,D-4,赵六,100,2026-01-05,1.38E+10\n"
                + "合计：,,,6333.5,,\n";

        List<ReadRow> rows = files.readText(text, Charset.forName("GB18030"));

        assertThat(good(rows)).extracting(CaseRow::debtorName).containsExactly("王 芳", "欧阳娜娜", "李四");
        assertThat(good(rows)).extracting(row -> row.numbers().getFirst().number().e164())
                .containsExactly("+8613800001234", "+8613800001235", "+8613800001236");
        assertThat(bad(rows)).extracting(RejectedRow::caseRef).containsExactly("C-4", null);
        assertThat(bad(rows).getFirst().problems()).extracting(Problem::message)
                .anyMatch(message -> message.contains("rounded"));
    }

    @Test
    void everySheetOfCasesIsReadAndTheOthersAreTold() throws IOException {
        Path file = workbook(workbook -> {
            row(workbook.newWorksheet("说明"), 0, "请勿修改表头");
            Worksheet first = workbook.newWorksheet("M1");
            row(first, 0, (Object[]) HEADER.split(",", -1));
            row(first, 1, "C-1", "D-1", "王芳", 100, "2026-01-05", "13800001234");
            Worksheet second = workbook.newWorksheet("M2");
            row(second, 0, "手机号", "案件编号", "客户编号", "姓名", "欠款金额", "应还日期");
            row(second, 1, "13800001235", "C-2", "D-2", "李四", 200, "2026-01-05");
            row(second, 2, "", "C-3", "D-3", "赵六", 200, "2026-01-05");
        });

        List<ReadRow> rows = IntakeFixture.readAll(file);

        assertThat(good(rows)).extracting(CaseRow::caseRef).containsExactly("C-1", "C-2");
        assertThat(bad(rows)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.problems().getFirst().message()).startsWith("sheet 'M2': ");
        });
        assertThat(reasons(files.fileWarnings(file))).containsExactly(Reason.OTHER_SHEETS);
    }

    @Test
    void numbersThatWentThroughAProgramKeepTheirDigitsOrAreBad() {
        List<ReadRow> rows = files.readText(lines(HEADER, "10001.0,20001.0,王芳,100,2026-01-05,1.3800001234E+10",
                "1.23E+05,20002,李四,100,2026-01-05,13800001235"));

        assertThat(good(rows)).singleElement().satisfies(row -> {
            assertThat(row.caseRef()).isEqualTo("10001");
            assertThat(row.debtorRef()).isEqualTo("20001");
            assertThat(row.numbers()).extracting(CaseNumber::number).hasToString("[138****1234]");
        });
        assertThat(reasons(bad(rows).getFirst())).containsExactly(Reason.DIGITS_LOST);
    }

    @Test
    void theHeaderSaysInWhichUnitAmountsAre() {
        assertThat(good(files.readText(lines(HEADER.replace("欠款金额", "欠款金额(万元)"),
                "C-1,D-1,王芳,1.5,2026-01-05,13800001234"))).getFirst().amountDue().minor()).isEqualTo(1_500_000);
        assertThat(good(files.readText(lines(HEADER.replace("欠款金额", "欠款金额（分）"),
                "C-1,D-1,王芳,12345,2026-01-05,13800001234"))).getFirst().amountDue().minor()).isEqualTo(12_345);
    }

    @Test
    void whatALenderCallsAColumnOtherwiseIsKnownWhereNothingBetterIs() {
        List<ReadRow> rows = files.readText(lines("案件号,客户号,客户姓名,欠款总额,到期日,联系电话,省份,奇怪的列",
                "C-1,D-1,王芳,100,2026-01-05,13800001234,广东,x"));

        assertThat(good(rows)).singleElement().satisfies(row -> {
            assertThat(row.caseRef()).isEqualTo("C-1");
            assertThat(row.region()).isEqualTo("CN-GD");
        });
        assertThat(good(files.readText(lines(HEADER + ",联系电话", "C-1,D-1,王芳,100,2026-01-05,13800001234,13800001235")))
                .getFirst()
                .numbers()).as("the better name counts").hasSize(1);
    }

    @Test
    void aStatusColumnWithdrawsCasesAndOneThatIsNotUnderstoodForbidsToCall() {
        List<ReadRow> rows = files.readText(lines(HEADER + ",状态", "C-1,D-1,王芳,100,2026-01-05,13800001234,撤回",
                "C-2,D-2,李四,100,2026-01-05,13800001235,逾期", "C-3,,,,,,Withdrawn",
                "C-4,D-4,赵六,100,2026-01-05,13800001236,???"));

        assertThat(rows).filteredOn(ReadRow.Withdrawn.class::isInstance)
                .extracting(row -> ((ReadRow.Withdrawn) row).caseRef())
                .containsExactly("C-1", "C-3");
        assertThat(good(rows)).extracting(CaseRow::caseRef).containsExactly("C-2");
        assertThat(reasons(bad(rows).getFirst())).containsExactly(Reason.UNKNOWN_CODE);
    }

    @Test
    void aListOfReferencesIsEnoughToWithdraw() {
        assertThat(files.readText(lines("case_ref,status", "C-1,withdrawn", "C-2,withdrawn")))
                .hasSize(2)
                .allMatch(ReadRow.Withdrawn.class::isInstance);
    }

    @Test
    void aRejectedRowIsKeptAsItWasSent() {
        RejectedRow row = bad(files.readText(lines(HEADER, "C-1,D-1,王芳,viel,2026-01-05,13800001234"))).getFirst();

        assertThat(row.cells()).isEqualTo(Arrays.asList("C-1", "D-1", "王芳", "viel", "2026-01-05", "13800001234"));
    }
}
