package com.callfloor.dialer.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentsTest {
    private static final String ONE = """
            {"reference":"R1","amount":"100.00","currency":"CNY","value_date":"2026-11-20","case_ref":"CF-5"%s}""";

    @TempDir
    private Path folder;
    private WebFixture web;

    @BeforeEach
    void start() {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aPostingIsTakenShownAndStopsTheCallsOfItsCase() {
        Answer answer = take(ONE.formatted(",\"payer\":\"陈静\""));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getJsonObject("amount").getString("text")).isEqualTo("100.00");
        assertThat(answer.json().getJsonObject("matched").getString("rule")).isEqualTo("case_ref");
        assertThat(web.floor.asked).containsExactly("closed [CaseId[value=5]] PAID");
        assertThat(web.as(Role.QA).get("/api/cases/5/payments").items().getJsonObject(0).getString("reference"))
                .isEqualTo("R1");
        assertThat(web.as(Role.QA).get("/api/cases/7/payments").status()).isEqualTo(404);
    }

    @Test
    void theSameAgainIsKnownAndAnotherAmountIsRefused() {
        take(ONE.formatted(""));

        assertThat(take(ONE.formatted("")).status()).isEqualTo(200);
        Answer refused = take(ONE.formatted("").replace("100.00", "200.00"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("100.00 CNY on 2026-11-20", "send a reversal");
    }

    @Test
    void aListTellsWhatBecameOfEach() {
        String same = ONE.formatted("");
        Answer answer = take("[" + same + "," + same + "," + same.replace("100.00", "7") + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items().stream().map(item -> ((JsonObject) item).getString("result")))
                .containsExactly("added", "known", "refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"amount\":\"0\"", "\"amount\":\"1.005\"", "\"amount\":\"a lot\"", "\"amount\":true",
            "\"amount\":\"-5\"", "\"currency\":\"XXX\"", "\"value_date\":\"soon\"", "\"kind\":\"gift\"",
            "\"reversed_reference\":\"R0\"", "\"reference\":\"\"", "\"misspelt\":1"})
    void whatCannotBeUsedIsToldByField(String wrong) {
        String field = wrong.substring(1, wrong.indexOf('"', 1));
        JsonObject posting = new JsonObject(ONE.formatted("")).mergeIn(new JsonObject("{" + wrong + "}"));

        Answer answer = take(posting.encode());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").encode()).contains("\"" + field + "\"");
        assertThat(take("[" + ONE.formatted("") + "," + posting.encode() + "]").json().encode())
                .contains("[1]." + field);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void aReversalMustSayWhatItTakesBack() {
        Answer answer = take("""
                {"reference":"R2","kind":"reversal","amount":"1","currency":"CNY","value_date":"2026-11-20"}""");

        assertThat(answer.json().encode()).contains("reversed_reference", "which payment it takes back");
    }

    @Test
    void aNumberIsTakenAsItIsWritten() {
        assertThat(take(ONE.formatted("").replace("\"100.00\"", "1234.56")).json()
                .getJsonObject("amount")
                .getInteger("minor")).isEqualTo(123_456);
    }

    @Test
    void whatNobodyKnowsIsListedAndMatchedByHand() {
        take(ONE.formatted("").replace("CF-5", "CF-9"));

        JsonObject unmatched = web.as(Role.SUPERVISOR).get("/api/payments/unmatched").items().getJsonObject(0);
        assertThat(unmatched.getString("why_unmatched")).isEqualTo("unknown_case");
        String path = "/api/payments/" + unmatched.getInteger("id") + "/match";
        assertThat(web.as(Role.SUPERVISOR).post(path, "{\"case_ref\":\"CF-8\"}").status()).isEqualTo(422);
        Answer matched = web.as(Role.SUPERVISOR).post(path, "{\"case_ref\":\"CF-5\"}");
        assertThat(matched.json().getJsonObject("matched").getString("by")).isEqualTo("supervisor");
        assertThat(web.as(Role.SUPERVISOR).get("/api/payments/unmatched").items()).isEmpty();
        assertThat(web.as(Role.SUPERVISOR).post("/api/payments/99/match", "{\"case_ref\":\"CF-5\"}").status())
                .isEqualTo(404);
    }

    @Test
    void aChineseFileIsTakenAndItsBadRowsComeBackAsAFile() {
        String file = """
                流水号,案件编号,还款金额,还款日期,类型,原流水号,付款人
                R1,CF-5,"1,234.56 元",2026年11月20日,还款,,陈静
                R2,CF-5,￥10.00,2026-11-20,冲正,R1,
                R1,CF-5,99.00,2026-11-20,还款,,
                R3,CF-5,1.005,2026-11-20,还款,,
                R4,CF-5,-5,soon,礼物,,
                """;

        Answer answer = file(file.getBytes(Charset.forName("GB18030")));

        assertThat(answer.json().getInteger("added")).isEqualTo(2);
        assertThat(answer.json().getInteger("bad")).isEqualTo(3);
        assertThat(answer.json().getJsonArray("rejected").encode()).contains("\"line\":4", "contradicts",
                "too_precise", "unknown_type", "unreadable", "还款金额");
        assertThat(web.as(Role.QA).get("/api/cases/5/payments").items().getJsonObject(0).getString("payer"))
                .isEqualTo("陈静");
        Answer rejected = web.as(Role.QA).get("/api/payments/imports/7/rejected");
        assertThat(rejected.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(rejected.text()).startsWith("\uFEFFline,reference,column,reason,message")
                .contains("4,R1,reference,contradicts");
        assertThat(web.as(Role.QA).get("/api/payments/imports/8/rejected").status()).isEqualTo(404);
    }

    @Test
    void aFileWithoutItsColumnsIsRefusedAsAWhole() {
        Answer answer = file("reference,sum\nR1,5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().encode()).contains("还款金额", "value_date");
    }

    @Test
    void theCaseShowsItsBalance() {
        JsonObject view = web.as(Role.QA).get("/api/cases/5").json();

        assertThat(view.getString("state")).isEqualTo("open");
        assertThat(view.getJsonObject("balance").getString("text")).isEqualTo("1234.56");
        assertThat(view.getJsonObject("overpaid").getInteger("minor")).isZero();
    }

    private Answer take(String json) {
        return web.program(Role.INTEGRATION).post("/api/payments", json);
    }

    private Answer file(byte[] content) {
        return web.program(Role.INTEGRATION)
                .with("Content-Type", "text/csv")
                .send("POST", "/api/payments/imports?name=postings.csv", content);
    }
}
