package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.FakeSetup;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SetupTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void everyValueIsShownWithWhatTheFileSaysOfItAndNoSecretIs() {
        Answer answer = web.as(Role.AUDITOR).get("/api/configuration");

        assertThat(answer.items()).contains(new JsonObject(
                """
                        {"path":"database.pool","kind":"value","value":"12","says":"connections at most","overridden":false}"""),
                new JsonObject("""
                        {"path":"database.password","kind":"secret_set","value":"",
                        "says":"better: FLOOR_DATABASE_PASSWORD","overridden":true}"""));
        assertThat(answer.text()).doesNotContain(FakeSetup.PASSWORD);
        assertThat(answer.json().getJsonArray("texts").getJsonObject(0).getString("name"))
                .isEqualTo("config/quality.yaml");
        assertThat(web.as(Role.SUPERVISOR).get("/api/configuration").status()).isEqualTo(403);
    }

    @Test
    void aLenderIsShownWithAllThatIsSetUpForIt() {
        JsonArray lenders = web.as(Role.SUPERVISOR).get("/api/lenders").items();

        assertThat(lenders).hasSize(2);
        assertThat(lenders.getJsonObject(0)).isEqualTo(new JsonObject("""
                {"name":"Harbour Bank","open":0,"withdrawn":0,"mappings":[{"name":"harbour","kind":"full",
                "amount_unit":"wan","charset":null,"date_example":null,"ref_prefix":"HB-",
                "columns":[{"column":"case_ref","text":"Contract"}],
                "defaults":[{"column":"product","text":"Car loan"}]}],
                "strategy":"default","own_strategy":false,"creditor":false,"packs":["harbour"],"retention":[],
                "campaigns":["harbour"]}"""));
        assertThat(lenders.getJsonObject(1).getInteger("open")).isEqualTo(812);
        assertThat(lenders.getJsonObject(1).getBoolean("creditor")).isTrue();
        assertThat(lenders.getJsonObject(1).getJsonArray("packs")).containsExactly("creditor");
    }

    @Test
    void aCalendarTellsHowFarAheadItIsPublishedAndWhichDaysItHolds() {
        JsonObject cn = web.as(Role.QA)
                .get("/api/calendars")
                .items()
                .stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("id").equals("cn"))
                .findFirst()
                .orElseThrow();

        assertThat(cn.getString("published_until")).isEqualTo("2026-12-31");
        assertThat(cn.getInteger("months_ahead")).isEqualTo(9);
        assertThat(cn.getJsonArray("packs")).isEmpty();
        assertThat(cn.getJsonArray("years").getJsonObject(0).getInteger("year")).isEqualTo(2020);
        assertThat(cn.getJsonArray("years").getJsonObject(6).getJsonArray("holidays"))
                .contains(new JsonObject().put("date", "2026-01-01").put("name", "元旦"));
    }

    @Test
    void whichPacksApplyWhereIsListed() {
        Answer answer = web.as(Role.ADMINISTRATOR).get("/api/rules/assignments");

        assertThat(answer.items()).contains(
                new JsonObject("{\"by\":\"always\",\"key\":null,\"packs\":[\"floor\",\"facts\"]}"),
                new JsonObject("{\"by\":\"region\",\"key\":\"CN\",\"packs\":[\"cn\"]}"),
                new JsonObject("{\"by\":\"creditor\",\"key\":null,\"packs\":[\"creditor\"]}"));
        assertThat(answer.json().getJsonArray("first_party_lenders")).containsExactly("晨星消费金融");
    }
}
