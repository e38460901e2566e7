package com.callfloor.dialer.cases.intake;

import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.cases.CaseRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.dialer.cases.intake.IntakeFixture.lines;
import static org.assertj.core.api.Assertions.assertThat;

/** Quotation marks, line breaks and other traps inside a CSV's rows. */
class IntakeQuotesTest {
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,amount_due,due_date,phone_1,notes";

    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    private static String row(String caseRef, String name, String notes) {
        return caseRef + ",D-1," + name + ",100,2026-01-05,13800001234," + notes;
    }

    private List<CaseRow> good(String... rows) {
        return files.readText(HEADER + "\n" + lines(rows))
                .stream()
                .filter(ReadRow.Good.class::isInstance)
                .map(row -> ((ReadRow.Good) row).row())
                .toList();
    }

    @Test
    void aNameWithLineBreaksAndQuotesSurvivesOnOneLine() {
        List<CaseRow> rows = good(row("C-1", "\"王\r\nAction: Originate\r\n\"\"老五\"\"\"", "x"), row("C-2", "李娜", ""));

        assertThat(rows).extracting(CaseRow::debtorName).containsExactly("王 Action: Originate \"老五\"", "李娜");
        assertThat(rows).extracting(CaseRow::line).containsExactly(2L, 5L);
    }

    @Test
    void marksWithPowerOverTheDirectionOfTextVanish() {
        assertThat(good(row("C-1", "a\u202Eb\u2066c\u200B\0d", ""))).extracting(CaseRow::debtorName)
                .containsExactly("abc d");
    }

    @Test
    void whatLooksLikeAFormulaStaysText() {
        assertThat(good(row("C-1", "=1+1", "@SUM(A1)"))).singleElement().satisfies(row -> {
            assertThat(row.debtorName()).isEqualTo("=1+1");
            assertThat(row.notes()).isEqualTo("@SUM(A1)");
        });
    }

    @Test
    void notesMayHoldSeveralLinesAndSeparators() {
        assertThat(good(row("C-1", "王芳", "\"called, no answer\nagain, busy\""))).extracting(CaseRow::notes)
                .containsExactly("called, no answer again, busy");
    }

    @Test
    void aMarkInTheMiddleOfACellIsJustACharacter() {
        assertThat(good(row("C-1", "王\"老五", "27\" screen"))).extracting(CaseRow::debtorName)
                .containsExactly("王\"老五");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"王芳", "\"王\" 老五", "\"王\"\"芳"})
    void aStrayMarkSpoilsItsOwnRowAndNoOther(String name) {
        List<ReadRow> rows = files.readText(lines(HEADER, row("C-1", "李娜", ""), row("C-2", name, ""),
                row("C-3", "\"李 \"\"小\"\" 娜\"", ""), row("C-4", "张伟", "")));

        assertThat(rows).hasSize(4);
        assertThat(rows).filteredOn(ReadRow.Good.class::isInstance).hasSize(3);
        assertThat(rows.get(1)).isInstanceOfSatisfying(ReadRow.Bad.class, bad -> {
            assertThat(bad.row().line()).isEqualTo(3);
            assertThat(bad.row().caseRef()).isEqualTo("C-2");
            assertThat(IntakeFixture.reasons(bad.row())).containsExactly(Reason.STRAY_QUOTE);
        });
    }

    @Test
    void aMarkThatWouldPairWithOneInTheNextRowDoesNotMergeThem() {
        List<ReadRow> rows = files.readText(lines(HEADER, row("C-1", "\"王芳", ""), row("C-2", "\"李娜", ""),
                row("C-3", "张伟", "\"fine\"")));

        assertThat(rows).hasSize(3);
        assertThat(rows).filteredOn(ReadRow.Good.class::isInstance).hasSize(1);
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsBadSinceItsValuesHaveShifted() {
        List<ReadRow> rows = files.readText(lines(HEADER, row("C-1", "Wang, Fang", "note")));

        assertThat(rows).singleElement()
                .isInstanceOfSatisfying(ReadRow.Bad.class,
                        bad -> assertThat(IntakeFixture.reasons(bad.row())).contains(Reason.TOO_MANY_CELLS));
    }

    @Test
    void aRowMayLeaveOutEmptyCellsAtItsEndAndHaveEmptyOnesTooMany() {
        assertThat(good("C-1,D-1,王芳,100,2026-01-05,13800001234", row("C-2", "李娜", "") + ",,,")).hasSize(2);
    }
}
