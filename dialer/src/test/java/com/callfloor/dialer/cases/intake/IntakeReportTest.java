package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the lender gets back. */
class IntakeReportTest {
    @TempDir
    private Path folder;

    private String report(RejectedRow... rows) throws IOException {
        Path cases = folder.resolve("cases.xlsx");
        try (RejectReport report = RejectReport.beside(cases)) {
            for (RejectedRow row : rows) {
                report.add(row);
            }
        }
        return Files.readString(folder.resolve("cases.rejected.csv"), StandardCharsets.UTF_8);
    }

    @Test
    void everyProblemHasItsLineAndExcelSeesThatItIsUtf8() throws IOException {
        String report = report(new RejectedRow(7, "案-1",
                List.of(new Problem("欠款金额", Reason.NOT_POSITIVE,
                        new Words("0.00 CNY is not above zero, \"nothing due\"", "0.00元不大于零")),
                        new Problem("", Reason.NO_OWN_NUMBER, new Words("no number", "无号码")))),
                new RejectedRow(9, null, List.of(new Problem("case_ref", Reason.MISSING, new Words("empty", "为空")))));

        assertThat(report).isEqualTo("""
                \uFEFFline,case_ref,column,reason,message,message_zh\r
                7,案-1,欠款金额,not_positive,"0.00 CNY is not above zero, ""nothing due""\",0.00元不大于零\r
                7,案-1,,no_own_number,no number,无号码\r
                9,,case_ref,missing,empty,为空\r
                """);
    }

    @Test
    void aReferenceThatWouldBeAFormulaIsDefused() throws IOException {
        String report = report(
                new RejectedRow(2, "=HYPERLINK(\"http://x\")",
                        List.of(new Problem("@x", Reason.UNREADABLE, Words.same("-1+1")))));

        assertThat(report).contains("2,\"'=HYPERLINK(\"\"http://x\"\")\",'@x,unreadable,'-1+1");
    }
}
