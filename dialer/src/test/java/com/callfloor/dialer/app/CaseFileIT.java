package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.RejectedRow;
import com.callfloor.dialer.local.DebtorBehaviour.NotInService;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A lender's file with broken rows, by the importer and by the API. */
@TestInstance(Lifecycle.PER_CLASS)
class CaseFileIT {
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,amount_due,due_date,phone_1,timezone\n";

    @TempDir
    private Path folder;
    private WholeFloor floor;

    @BeforeAll
    void open() throws Exception {
        var debtors = Debtors.numberedFrom(400).with("first", new NotInService());
        floor = WholeFloor.open(FloorPlan.of("case-file", 1, debtors));
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @Test
    void theImporterTakesTheGoodRowsAndReportsTheOthers() throws Exception {
        Path file = Files.writeString(folder.resolve("lender.csv"), brokenFile("A"));

        ImportResult result = floor.dialer.importer.importFile("lender.csv", file);

        assertThat(result.good()).isEqualTo(2);
        assertThat(result.rejected()).extracting(RejectedRow::line).containsExactly(3L, 4L, 5L);
        assertThat(result.rejected()).allSatisfy(
                row -> assertThat(row.problems()).isNotEmpty().allMatch(problem -> !problem.message().isBlank()));
        assertThat(refs()).contains("A-1", "A-5").doesNotContain("A-2", "A-3", "A-4");
    }

    @Test
    void theApiTakesTheGoodRowsAndReportsTheOthersByLineAndReason() throws Exception {
        JsonNode result = floor.importCases(brokenFile("B"));

        assertThat(result.path("good").asInt()).isEqualTo(2);
        assertThat(result.path("bad").asInt()).isEqualTo(3);
        JsonNode rejected = result.path("rejected");
        assertThat(rejected).hasSize(3);
        assertRejected(rejected.path(0), 3, "B-2", "no_own_number");
        assertRejected(rejected.path(1), 4, "B-3", "unreadable");
        assertRejected(rejected.path(2), 5, "B-4", "unreadable");
        assertThat(refs()).contains("B-1", "B-5").doesNotContain("B-2", "B-3", "B-4");
    }

    @Test
    void aFileOfSomethingElseIsRefusedInWords() throws Exception {
        var answer = floor.api.post("/api/imports?name=x.csv", "text/csv", "colour,size\nred,7\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("case_ref");
    }

    private static void assertRejected(JsonNode row, int line, String caseRef, String reason) {
        assertThat(row.path("line").asInt()).isEqualTo(line);
        assertThat(row.path("case_ref").asText()).isEqualTo(caseRef);
        assertThat(row.path("problems").path(0).path("reason").asText()).isEqualTo(reason);
        assertThat(row.path("problems").path(0).path("message").asText()).isNotBlank();
    }

    private Iterable<String> refs() throws Exception {
        JsonNode items = floor.api.get("/api/cases").path("items");
        return StreamSupport.stream(items.spliterator(), false).map(one -> one.path("case_ref").asText()).toList();
    }

    private static String brokenFile(String prefix) {
        return HEADER + """
                %1$s-1,%1$s-D1,李娜,100.00,2026-01-15,13900100411,Asia/Shanghai
                %1$s-2,%1$s-D2,王芳,100.00,2026-01-15,12345,Asia/Shanghai
                %1$s-3,%1$s-D3,刘洋,a lot,2026-01-15,13900100413,Asia/Shanghai
                %1$s-4,%1$s-D4,陈静,100.00,2026-02-30,13900100414,Asia/Shanghai
                %1$s-5,%1$s-D5,杨敏,100.00,2026-01-15,13900100415,Asia/Shanghai
                """.formatted(prefix);
    }
}
