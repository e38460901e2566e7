package com.callfloor.dialer.cases.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.callfloor.dialer.cases.CaseRow;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.dialer.cases.intake.IntakeFixture.reasons;
import static org.assertj.core.api.Assertions.assertThat;

/** What lenders do in spreadsheets. */
class IntakeWorkbookTest {
    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    private static void header(Worksheet sheet) {
        List<String> names = List.of("案件编号", "客户编号", "姓名", "欠款金额", "应还日期", "手机号");
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, names.get(column));
        }
    }

    /** The third row on, so that an empty row stays between header and case. */
    private static void goodRow(Worksheet sheet) {
        sheet.value(2, 0, "C-1");
        sheet.value(2, 1, "D-1");
        sheet.value(2, 2, "王芳");
        sheet.value(2, 3, 1234.5);
        sheet.value(2, 4, "2026-01-05");
        sheet.value(2, 5, "13800001234");
    }

    private byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new AssertionError("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private byte[] sheetOfOneCase(Consumer<Worksheet> change) {
        return workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("案件");
            header(sheet);
            goodRow(sheet);
            change.accept(sheet);
        });
    }

    private ReadRow read(Consumer<Worksheet> change) {
        List<ReadRow> rows = IntakeFixture.readAll(files.write(sheetOfOneCase(change)));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private CaseRow good(Consumer<Worksheet> change) {
        return ((ReadRow.Good) read(change)).row();
    }

    @Test
    void aWorkbookIsReadWhateverItsNameAndKeepsItsRowNumbers() {
        CaseRow row = good(sheet -> {
        });

        assertThat(row.line()).isEqualTo(3);
        assertThat(row.debtorName()).isEqualTo("王芳");
        assertThat(row.amountDue().minor()).isEqualTo(123450);
    }

    @Test
    void cellsThatHoldNumbersAndDatesAreReadLikeTheirTexts() {
        CaseRow row = good(sheet -> {
            sheet.value(2, 0, 20260001);
            sheet.value(2, 4, LocalDate.of(2026, 1, 5));
            sheet.style(2, 4).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(2, 5, 13800001234L);
        });

        assertThat(row.caseRef()).isEqualTo("20260001");
        assertThat(row.dueDate()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(row.numbers().getFirst().number().e164()).isEqualTo("+8613800001234");
    }

    @Test
    void aDateTypedAsANumberIsReadAndSoIsASerialNumberWithoutFormat() {
        assertThat(good(sheet -> sheet.value(2, 4, 20260105)).dueDate()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(good(sheet -> sheet.value(2, 4, 46027)).dueDate()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void theNoiseOfBinaryFractionsIsNoThirdDecimal() {
        assertThat(good(sheet -> sheet.value(2, 3, 1.1 * 3)).amountDue().minor()).isEqualTo(330);
        assertThat(read(sheet -> sheet.value(2, 3, 1234.567))).isInstanceOf(ReadRow.Bad.class);
    }

    @Test
    void aReferenceThatExcelHasRoundedIsBad() {
        ReadRow row = read(sheet -> sheet.value(2, 0, 6228480402564890018L));

        assertThat(row).isInstanceOfSatisfying(ReadRow.Bad.class,
                bad -> assertThat(reasons(bad.row())).containsExactly(Reason.DIGITS_LOST));
    }

    @Test
    void aNameWithLineBreaksAndQuotesSurvivesOnOneLine() {
        assertThat(good(sheet -> sheet.value(2, 2, "王\r\nAction: \"Originate\"\n")).debtorName())
                .isEqualTo("王 Action: \"Originate\"");
    }

    @Test
    void hiddenSheetsArePassedOverAndFurtherOnesTold() {
        Path file = files.write(workbook(workbook -> {
            workbook.newWorksheet("隐藏").setVisibilityState(VisibilityState.HIDDEN);
            Worksheet sheet = workbook.newWorksheet("案件");
            header(sheet);
            goodRow(sheet);
            workbook.newWorksheet("说明").value(0, 0, "x");
        }));

        assertThat(IntakeFixture.readAll(file)).hasSize(1);
        assertThat(reasons(files.fileWarnings(file))).containsExactly(Reason.OTHER_SHEETS);
    }

    @Test
    void anEmptySheetAndOneWithoutRowsAreTold() {
        assertThat(files.refusal(workbook(workbook -> workbook.newWorksheet("案件"))))
                .isEqualTo(new CaseFileProblem.Empty());
        assertThat(files.refusal(workbook(workbook -> header(workbook.newWorksheet("案件")))))
                .isEqualTo(new CaseFileProblem.HeaderOnly());
    }

    @Test
    void aCutWorkbookAndAnotherArchiveAreTold() throws IOException {
        byte[] whole = sheetOfOneCase(sheet -> {
        });
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(files.refusal(cut)).isInstanceOf(CaseFileProblem.Malformed.class);
        assertThat(files.refusal(archive.toByteArray())).isInstanceOf(CaseFileProblem.NotACaseFile.class);
    }

    @Test
    void aWorkbookThatUnpacksToFarMoreThanItIsWorthIsRefused() throws IOException {
        // Given a small archive whose shared texts are larger than the floor is ready to keep
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (long written = 0; written <= WorkbookCheck.MOST_SHARED_TEXT; written += zeros.length) {
                zip.write(zeros);
            }
        }

        // When it is opened, then it is refused before anything of it is kept
        assertThat(files.refusal(archive.toByteArray())).isInstanceOf(CaseFileProblem.TooLarge.class);
    }
}
