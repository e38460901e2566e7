package com.callfloor.dialer.cases.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.dialer.cases.intake.IntakeFixture.lines;
import static org.assertj.core.api.Assertions.assertThat;

/** What a file as a whole may look like, and how it is refused. */
class IntakeFileTest {
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,amount_due,due_date,phone_1";
    private static final String ROW = "C-1,D-1,王芳,1234.50,2026-01-05,13800001234";
    private static final String CHINESE = lines("案件编号,客户编号,姓名,欠款金额,应还日期,手机号", ROW);

    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    private String nameOfTheOnlyRow(byte[] bytes) {
        List<ReadRow> rows = IntakeFixture.readAll(files.write(bytes));
        assertThat(rows).hasSize(1);
        return ((ReadRow.Good) rows.getFirst()).row().debtorName();
    }

    @Test
    void utf8IsReadWithAndWithoutAMark() {
        assertThat(nameOfTheOnlyRow(CHINESE.getBytes(StandardCharsets.UTF_8))).isEqualTo("王芳");
        assertThat(nameOfTheOnlyRow(("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_8))).isEqualTo("王芳");
    }

    @Test
    void gb18030IsReadWithoutBeingToldSo() {
        assertThat(nameOfTheOnlyRow(CHINESE.getBytes(Charset.forName("GB18030")))).isEqualTo("王芳");
        String rare = CHINESE.replace("王芳", "\uD840\uDC0B𠮷");
        assertThat(nameOfTheOnlyRow(rare.getBytes(Charset.forName("GB18030")))).isEqualTo("\uD840\uDC0B𠮷");
    }

    @Test
    void oneBadByteLateInALongUtf8FileDoesNotTurnItIntoGb18030() {
        // Given a UTF-8 file with many Chinese names and one byte cut from the last
        byte[] bytes = lines(HEADER, ROW.replace("王芳", "欧阳娜娜上官婉儿司马相如诸葛孔明"), ROW.replace("C-1", "C-2"))
                .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - ROW.getBytes(StandardCharsets.UTF_8).length + 8] = (byte) 0xFF;

        // When it is opened, then it is refused by line instead of being read with wrong names
        assertThat(files.refusal(bytes)).isEqualTo(new CaseFileProblem.WrongEncoding("UTF-8", 3));
    }

    @Test
    void textInNeitherEncodingIsRefusedByLine() {
        byte[] latin1 = lines(HEADER, ROW.replace("王芳", "José,")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(files.refusal(latin1)).isEqualTo(new CaseFileProblem.WrongEncoding("UTF-8 or GB18030", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFound(String separator) {
        List<ReadRow> rows = files.readText(lines(HEADER, ROW).replace(",", separator));
        assertThat(rows).singleElement().isInstanceOf(ReadRow.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesMayEndInAnyWayAndKeepTheirNumbers(String end) {
        List<ReadRow> rows = files.readText(lines(HEADER, ROW, "", ROW).replace("\n", end));
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast()).isInstanceOfSatisfying(ReadRow.Good.class, later -> {
            assertThat(later.row().line()).isEqualTo(4);
            assertThat(later.warnings()).extracting(Problem::message)
                    .containsExactly("same case_ref as line 2; this later row counts");
        });
    }

    @Test
    void anEmptyFileAndOneWithoutRowsAreTold() {
        assertThat(files.refusal("")).isEqualTo(new CaseFileProblem.Empty());
        assertThat(files.refusal("\uFEFF \n\n")).isEqualTo(new CaseFileProblem.Empty());
        assertThat(files.refusal(lines(HEADER))).isEqualTo(new CaseFileProblem.HeaderOnly());
        assertThat(files.refusal(lines(HEADER, ",,,,,"))).isEqualTo(new CaseFileProblem.HeaderOnly());
    }

    @Test
    void strangersAreCalledByTheirName() {
        assertThat(files.refusal(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}).message())
                .contains("old Excel file");
        assertThat(files.refusal(lines(HEADER, ROW).getBytes(StandardCharsets.UTF_16)).message()).contains("UTF-16");
        assertThat(files.refusal("%PDF-1.7 ...").message()).contains("PDF");
        assertThat(files.refusal("<html><table>").message()).contains("web page");
        assertThat(files.refusal(new byte[2000]).message()).contains("binary data");
    }

    @Test
    void aMissingFileAndAFolderAreTold() {
        assertThat(files.refusal(folder.resolve("absent.csv")).message()).contains("no such file");
        assertThat(files.refusal(folder).message()).contains("folder");
    }

    @Test
    void missingColumnsAreNamedTogetherWithTheNearestHeaderSeen() {
        CaseFileProblem problem = files.refusal(lines("case_no,debtor_ref,name,amount_due,notes", "1,2,3,4,5"));

        assertThat(problem).isInstanceOfSatisfying(CaseFileProblem.MissingColumns.class,
                missing -> assertThat(missing.columns()).extracting(column -> column.names().getFirst())
                        .containsExactly("case_ref", "debtor_name", "due_date", "phone_1"));
        assertThat(problem.message()).contains("case_ref or 案件编号 (did you mean 'case_no' by it?)")
                .contains("'name' by it");
    }

    @Test
    void headersAreReadWhateverTheirCaseWidthAndSpaces() {
        String header = " Case Ref ,ＤＥＢＴＯＲ＿ＲＥＦ,Debtor-Name,AMOUNT_DUE,应还日期,电话１";
        assertThat(files.readText(lines(header, ROW))).singleElement().isInstanceOf(ReadRow.Good.class);
    }

    @Test
    void unknownColumnsAreNotReadAndTold() {
        Path file = files.write(lines(HEADER + ",phone_6,mood", ROW + ",13900001234,glad")
                .getBytes(StandardCharsets.UTF_8));

        List<Problem> warnings = files.fileWarnings(file);

        assertThat(warnings).extracting(Problem::reason).containsOnly(Reason.UNKNOWN_COLUMN);
        assertThat(warnings).extracting(Problem::column).containsExactly("phone_6", "mood");
        assertThat(warnings.getFirst().message()).contains("did you mean 'phone_1'");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefusedSinceNobodyKnowsWhichOneCounts() {
        assertThat(files.refusal(lines(HEADER + ",欠款金额", ROW + ",99")))
                .isEqualTo(new CaseFileProblem.RepeatedColumn("amount_due", "欠款金额"));
    }

    @Test
    void aFileWithoutLineEndsIsRefusedBeforeItFillsTheMemory() {
        assertThat(files.refusal("a,".repeat(1 << 20))).isInstanceOf(CaseFileProblem.Malformed.class);
    }
}
