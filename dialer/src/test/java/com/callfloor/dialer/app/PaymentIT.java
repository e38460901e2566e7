package com.callfloor.dialer.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.fasterxml.jackson.databind.JsonNode;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Money arrives while the floor is at work; every case is due 1,234.56 CNY. */
class PaymentIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** At once on a machine that has time; a disk that flushes slowly is no fault of the floor's. */
    private static final Duration SILENT_WITHIN = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ALL_OF_IT = "1234.56";

    @Test
    void aPhoneThatRingsFallsSilentAtOnceAndIsNotRungAgain() throws Exception {
        var debtors = Debtors.numberedFrom(900).with("rings", new NoAnswer());
        try (var floor = WholeFloor.open(FloorPlan.of("payment", 1, debtors))) {
            floor.agent(1).disposingEverything("call_back").ready();
            floor.call("rings", "ringing");
            HttpResponse<String> answer = post(floor, Map.of("reference", "R1", "amount", ALL_OF_IT, "case_ref",
                    "rings"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode call = floor.call("rings", "closed");

            // By the floor's own clock: the test's own requests take their time on a busy machine.
            Instant came = Instant.parse(ApiClient.JSON.readTree(answer.body()).path("noted_at").asText());
            assertThat(Instant.parse(call.path("ended_at").asText())).isBetween(came, came.plus(SILENT_WITHIN));
            assertThat(call.path("note").asText()).contains("the debt was paid");
            assertThat(call.path("outcome").asText()).isEqualTo("no_answer");
            JsonNode view = view(floor, "rings");
            assertThat(view.path("state").asText()).isEqualTo("paid");
            assertThat(view.path("balance").path("minor").asInt()).isZero();
            assertThat(view.path("next_call_at").isNull()).isTrue();
            floor.importCases(debtors);
            assertThat(view(floor, "rings").path("state").asText()).as("after the same file again").isEqualTo("paid");

            // The floor goes on with others, and this one is not among them.
            floor.importCases(Debtors.numberedFrom(910).with("another", new Talks(AT_ONCE, AT_ONCE)));
            floor.call("another", "closed");
            assertThat(floor.calls("rings")).hasSize(1);
            assertThat(floor.parts.carrier.calls()
                    .stream()
                    .filter(each -> each.number().equals(debtors.number("rings")))).hasSize(1);
        }
    }

    @Test
    void aPaidCaseIsNotCalledUntilItsPaymentIsReversed() throws Exception {
        var debtors = Debtors.numberedFrom(920)
                .with("bounces", new Talks(AT_ONCE, AT_ONCE))
                .with("other", new Talks(AT_ONCE, AT_ONCE));
        try (var floor = WholeFloor.open(FloorPlan.of("reversal", 1, debtors))) {
            post(floor, Map.of("reference", "R1", "amount", ALL_OF_IT, "case_ref", "bounces"));
            floor.agent(1).disposingEverything("call_back").ready();
            floor.call("other", "closed");
            assertThat(floor.calls("bounces")).isEmpty();

            Instant before = floor.parts.clock.instant();
            post(floor, Map.of("reference", "R2", "kind", "reversal", "amount", ALL_OF_IT, "reversed_reference",
                    "R1"));

            assertThat(view(floor, "bounces").path("state").asText()).isEqualTo("open");
            JsonNode call = floor.call("bounces", "closed");
            assertThat(Instant.parse(call.path("reserved_at").asText())).isAfterOrEqualTo(before);
            assertThat(floor.api.get("/api/cases/" + view(floor, "bounces").path("id") + "/timeline").path("items"))
                    .extracting(entry -> entry.path("code").asText())
                    .contains("payment", "reversal");
        }
    }

    @Test
    void aWorkbookOfPostingsInTheDropFolderSettlesItsCasesAndReturnsTheRowsThatItCannotUse() throws Exception {
        var debtors = Debtors.numberedFrom(940).with("pays", new NoAnswer()).with("owes", new NoAnswer());
        try (var floor = WholeFloor.open(FloorPlan.of("postings", 1, debtors))) {
            Path folder = floor.parts.home.resolve("var/postings");
            drop(folder, "november.xlsx", workbook(List.of("流水号", "案件编号", "委托方", "金额", "入账日期"),
                    List.of("W1", "pays", "晨星消费金融", ALL_OF_IT, "2026-11-20"),
                    List.of("W2", "owes", "晨星消费金融", "many", "2026-11-20")));
            drop(folder, "letter.csv", "dear,sirs\n1,2\n".getBytes(StandardCharsets.UTF_8));

            await("the result").atMost(PATIENCE)
                    .until(() -> Files.exists(folder.resolve("done/november.xlsx"))
                            && Files.exists(folder.resolve("failed/letter.csv")));

            assertThat(view(floor, "pays").path("state").asText()).isEqualTo("paid");
            assertThat(view(floor, "owes").path("state").asText()).isEqualTo("open");
            JsonNode result = ApiClient.JSON
                    .readTree(Files.readString(folder.resolve("done/november.xlsx.result.json")));
            assertThat(result.path("added").asInt()).isOne();
            assertThat(result.path("bad").asInt()).isOne();
            assertThat(Files.readString(folder.resolve("done/november.xlsx.rejected.csv"))).contains("W2", "many");
            assertThat(Files.readString(folder.resolve("failed/letter.csv.result.json"))).contains("problem");
        }
    }

    private static byte[] workbook(List<?>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("postings");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column).toString());
                }
            }
        }
        return bytes.toByteArray();
    }

    /** As a careful program does: under another name until it is whole. */
    private static void drop(Path folder, String name, byte[] content) throws IOException {
        Path part = Files.write(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name));
    }

    private static JsonNode view(WholeFloor floor, String caseRef) throws Exception {
        await(caseRef).atMost(PATIENCE)
                .until(() -> !floor.api.get("/api/cases?ref=" + caseRef).path("items").isEmpty());
        return floor.api.get("/api/cases?ref=" + caseRef).path("items").path(0);
    }

    private static HttpResponse<String> post(WholeFloor floor, Map<String, String> posting) throws Exception {
        var whole = new HashMap<>(posting);
        whole.put("lender", "晨星消费金融");
        whole.put("currency", "CNY");
        whole.put("value_date", "2026-11-20");
        return floor.api.post("/api/payments", whole);
    }
}
