package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CasesTest {
    private static final byte[] FILE = "case_ref\nCF-1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;
    private WebFixture web;

    @BeforeEach
    void start() {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
        web.archive.cases.add(Samples.caseView(6));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aCaseIsFoundByTheLendersReference() {
        Answer found = web.program(Role.INTEGRATION).get("/api/cases?ref=CF-6");

        assertThat(found.items()).hasSize(1);
        JsonObject view = found.items().getJsonObject(0);
        assertThat(view.getInteger("id")).isEqualTo(6);
        assertThat(view.getJsonArray("numbers")).isEqualTo(new JsonArray().add(new JsonObject()
                .put("number", "138****0001")
                .put("role", "mobile")
                .put("position", 1)
                .put("valid", true)));
        assertThat(web.program(Role.INTEGRATION).get("/api/cases?ref=CF-7").items()).isEmpty();
    }

    @Test
    void casesAreFoundByWhatADebtorTellsAndTheQuestionStandsInNoAddress() {
        String debtor = web.archive.cases.getFirst().debtorRef();

        assertThat(web.as(Role.SUPERVISOR).post("/api/cases/search", "{\"text\":\"CF-6\"}").items()).hasSize(1);
        assertThat(web.as(Role.QA).post("/api/cases/search", "{\"text\":\"" + debtor + "\"}").items()).isNotEmpty();
        assertThat(web.as(Role.SUPERVISOR).post("/api/cases/search", "{\"text\":\"CF-7\"}").items()).isEmpty();
        assertThat(web.as(Role.SUPERVISOR).post("/api/cases/search", "{\"text\":\"\"}").status()).isEqualTo(422);
        assertThat(web.as(Role.AGENT).post("/api/cases/search", "{\"text\":\"CF-6\"}").status()).isEqualTo(403);
    }

    @Test
    void aCasesNumbersTellWhenTheyAreBestCalled() {
        Answer found = web.program(Role.INTEGRATION).get("/api/cases/5/numbers");

        JsonObject mobile = found.items().getJsonObject(0);
        assertThat(mobile.getString("line_type")).isEqualTo("mobile");
        assertThat(mobile.getInteger("tries")).isEqualTo(3);
        assertThat(mobile.getInteger("answered")).isEqualTo(2);
        assertThat(mobile.getDouble("chance")).isEqualTo(0.31);
        assertThat(mobile.getString("last_reached_at")).isNotNull();
        assertThat(mobile.getJsonArray("best_hours")).isEqualTo(new JsonArray().add(new JsonObject().put("from", 18)
                .put("to", 20)
                .put("weekend", false)
                .put("chance", 0.4124)));
        JsonObject home = found.items().getJsonObject(1);
        assertThat(home.getBoolean("valid")).isFalse();
        assertThat(home.getValue("chance")).isNull();
        assertThat(home.getValue("last_reached_at")).isNull();
        assertThat(web.program(Role.INTEGRATION).get("/api/cases/7/numbers").status()).isEqualTo(404);
    }

    @Test
    void casesArePaged() {
        Answer first = web.as(Role.QA).get("/api/cases?limit=1");
        Answer second = web.as(Role.QA).get("/api/cases?limit=1&after=" + first.json().getString("next"));

        assertThat(second.items().getJsonObject(0).getString("case_ref")).isEqualTo("CF-6");
        assertThat(second.json().getValue("next")).isNull();
    }

    @Test
    void theTimelineOfACaseTellsWhatHappened() {
        assertThat(web.as(Role.QA).get("/api/cases/5/timeline").items().getJsonObject(0).getString("code"))
                .isEqualTo("busy");
        assertThat(web.as(Role.QA).get("/api/cases/7/timeline").status()).isEqualTo(404);
    }

    @Test
    void aCaseFileIsImportedAndItsBadRowsAreToldByLineAndReason() {
        Answer answer = csv().send("POST", "/api/imports?name=march.csv", FILE);

        assertThat(answer.json()).isEqualTo(new JsonObject(
                """
                        {"id":3,"good":2,"added":1,"updated":1,"bad":1,"withdrawn":0,"missing":0,"warnings":[],"rejected":[{"line":4,"case_ref":"CF-9","problems":[
                        {"column":"due_date","reason":"not_a_date","message":"'soon' is no date: write it as 2026-01-31",
                        "message_zh":"“soon”不是日期：请写作 2026-01-31"}]}]}"""));
        assertThat(web.inbox.came).containsExactly("import march.csv " + FILE.length);
    }

    @Test
    void nothingOfAnUploadStaysOnDisk() {
        csv().send("POST", "/api/imports", FILE);
        web.inbox.unusable = new Words("The column due_date is missing.", "缺少 due_date 列。");
        csv().send("POST", "/api/imports", FILE);
        csv().send("POST", "/api/imports", new byte[(int) WebFixture.LARGEST_UPLOAD + 1]);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNoCaseFileIsRefusedWithTheImportersReason() {
        web.inbox.unusable = new Words("The column due_date is missing.", "缺少 due_date 列。");

        Answer answer = csv().send("POST", "/api/imports", FILE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("The column due_date is missing.");
    }

    @Test
    void aFileAtTheLimitIsTakenAndALongerOneIsNot() {
        assertThat(csv().send("POST", "/api/imports", new byte[(int) WebFixture.LARGEST_UPLOAD]).status())
                .isEqualTo(200);

        Answer tooLarge = csv().send("POST", "/api/imports", new byte[(int) WebFixture.LARGEST_UPLOAD + 1]);

        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.detail()).contains("1000000 bytes");
        assertThat(web.inbox.came).hasSize(1);
    }

    @Test
    void aLongerFileThatDoesNotSayItsLengthIsCutOffAtTheLimit() {
        Answer tooLarge = csv().stream("POST", "/api/imports", new byte[(int) WebFixture.LARGEST_UPLOAD + 1]);

        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(web.inbox.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fpasswd.csv", "a%0Db.csv", "march.xlsx", "a%5Cb.csv"})
    void aNameThatIsNotPlainOrOfAnotherKindIsRefused(String name) {
        Answer answer = csv().send("POST", "/api/imports?name=" + name, FILE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("name");
    }

    @Test
    void anotherKindOfFileIsRefused() {
        Answer answer = web.as(Role.ADMINISTRATOR)
                .with("Content-Type", "application/pdf")
                .send("POST",
                        "/api/imports", FILE);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).contains("text/csv");
    }

    private Client csv() {
        return web.as(Role.ADMINISTRATOR).with("Content-Type", "text/csv");
    }
}
