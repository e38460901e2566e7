package com.callfloor.dialer.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.FakeStrategies;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StrategiesTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
        web.strategies.cases.add(facts(5, 46));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void everyStrategyIsListedWithItsSegmentsStagesAndOverlaps() {
        JsonObject strategy = web.as(Role.AUDITOR).get("/api/strategies").items().getJsonObject(0);

        assertThat(strategy.getString("name")).isEqualTo("default");
        assertThat(strategy.getJsonArray("segments").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":"not_due","stage":"reminder","when":{"overdue_days":{"from":null,"to":0}}}"""));
        assertThat(strategy.getJsonArray("stages")).hasSize(5);
        assertThat(strategy.getJsonArray("overlaps").getJsonObject(0).getString("first"))
                .isEqualTo("first_month_broken_promises");
    }

    @Test
    void aCaseShowsItsStageWhyWhatMayBeOfferedWhatIsSaidAndWhatComesNext() {
        JsonObject shown = web.as(Role.SUPERVISOR).get("/api/cases/5/strategy").json();

        assertThat(shown.getString("stage")).isEqualTo("middle");
        assertThat(shown.getString("segment")).isEqualTo("second_month");
        assertThat(shown.getString("because")).isEqualTo("Segment second_month: 46 days overdue (31 to 60).");
        assertThat(shown.getString("because_zh")).isEqualTo("分组 second_month：逾期 46 天（31 至 60）。");
        assertThat(shown.getJsonObject("offers")).isEqualTo(new JsonObject("""
                {"instalments_at_most":6,"extension_days_at_most":14,"waiver_percent_at_most":10,
                "waiver_needs_approval":true}"""));
        assertThat(shown.getJsonArray("scripts")).hasSize(2);
        assertThat(shown.getJsonArray("steps")).hasSize(1);
        assertThat(shown.getValue("next_step")).as("the letter was due on day 45").isNull();
    }

    @Test
    void aScriptIsFilledWithTheCaseAndItsBranchesAreApart() {
        JsonObject shown = web.as(Role.SUPERVISOR).get("/api/cases/5/script?language=en").json();

        JsonObject script = shown.getJsonObject("script");
        assertThat(script.getString("name")).isEqualTo("middle");
        assertThat(script.getString("version")).isEqualTo("2026-11-25");
        assertThat(part(script, "course", "opening")).isEqualTo(
                "Hello, my name is The supervisor, I am calling from the service centre. This call is recorded.");
        assertThat(part(script, "course", "purpose"))
                .contains("海岸银行", "CNY 1,234.56", "15 January 2026", "46 days", "account")
                .doesNotContain("CF-5");
        assertThat(part(script, "branches", "hardship")).contains("up to\n6 instalments");
        assertThat(script.getJsonArray("branches")).hasSize(7);
        assertThat(part(script, "branches", "third_party")).doesNotContain("海岸银行", "1,234.56");
        assertThat(script.encode()).doesNotContain("{agent_name}", "{lender}");
    }

    @Test
    void besideACallTheAgentOfThatCallIsNamed() {
        web.archive.calls.add(Samples.call(2));
        String script = "/api/cases/5/script?language=en&call=";

        JsonObject said = web.as(Role.QA).get(script + Samples.attempt(2)).json().getJsonObject("script");

        assertThat(part(said, "course", "opening")).contains("my name is Agent 1,");
        assertThat(web.as(Role.QA).get(script + Samples.attempt(9)).status()).isEqualTo(404);
        assertThat(web.as(Role.QA).get(script + "9").fields()).containsExactly("call");
    }

    @Test
    void withoutALanguageTheCasesOwnIsSpoken() {
        JsonObject script = web.as(Role.SUPERVISOR).get("/api/cases/5/script").json().getJsonObject("script");

        assertThat(script.getString("language")).isEqualTo("zh-CN");
        assertThat(part(script, "course", "opening")).contains("晨星客户服务中心");
    }

    @Test
    void toAContactNothingOfTheCaseIsSaidButTheName() {
        JsonObject script = web.as(Role.SUPERVISOR)
                .get("/api/cases/5/script?recipient=contact&language=zh-CN")
                .json()
                .getJsonObject("script");

        assertThat(script.getString("name")).isEqualTo("contact");
        assertThat(script.encode()).contains("陈静").doesNotContain("海岸银行", "1,234.56", "15 January 2026", "2026年1月15日");
    }

    @Test
    void unknownRecipientsAndLanguagesAreNamed() {
        Answer recipient = web.as(Role.QA).get("/api/cases/5/script?recipient=machine");
        Answer language = web.as(Role.QA).get("/api/cases/5/script?language=fr");

        assertThat(recipient.status()).isEqualTo(400);
        assertThat(recipient.fields()).containsExactly("recipient");
        assertThat(language.fields()).containsExactly("language");
        assertThat(web.as(Role.QA).get("/api/cases/6/script").status()).isEqualTo(404);
        assertThat(web.as(Role.QA).get("/api/cases/6/strategy").status()).isEqualTo(404);
    }

    @Test
    void anAgentReadsAboutTheCaseThatIsBeforeThemAndNoOther() {
        assertThat(web.as(Role.AGENT).get("/api/cases/5/script").status()).isEqualTo(404);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/strategy").status()).isEqualTo(404);

        web.floor.show(floor -> withPop(floor, new AgentId(web.user(Role.AGENT).id())));

        assertThat(web.as(Role.AGENT).get("/api/cases/5/script").status()).isEqualTo(200);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/strategy").status()).isEqualTo(200);
    }

    @Test
    void everyScriptIsListedAsItIsWritten() {
        JsonArray scripts = web.as(Role.QA).get("/api/scripts").items();

        assertThat(scripts).hasSize(14);
        assertThat(scripts.encode()).contains("{agent_name}");
    }

    @Test
    void aPreviewSaysHowManyCasesWouldMoveFromWhereToWhere() throws Exception {
        web.strategies.cases.add(facts(6, 70));
        web.strategies.cases.add(facts(7, 12));
        String text = Files.readString(Path.of("..", "config", "strategies", "default.yaml"))
                .replace("overdue_days: 31..60}", "overdue_days: 31..45}")
                .replace("overdue_days: 61..120}", "overdue_days: 46..120}");

        Answer answer = web.as(Role.SUPERVISOR).post("/api/strategies/preview", body(text));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInteger("cases")).isEqualTo(3);
        assertThat(answer.json().getInteger("moved")).isEqualTo(1);
        assertThat(answer.json().getJsonArray("moves")).isEqualTo(new JsonArray("""
                [{"from":"middle","to":"late","cases":1}]"""));
    }

    @Test
    void aTextThatIsNoStrategyIsAProblemThatSaysWhereAndHowToMendIt() throws Exception {
        String text = Files.readString(Path.of("..", "config", "strategies", "default.yaml"))
                .replace("stage: reminder", "stage: remainder");

        Answer answer = web.as(Role.ADMINISTRATOR).post("/api/strategies/preview", body(text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.fields()).containsExactly("text");
        assertThat(answer.text()).contains("the strategy, line 9, segment 'not_due'", "did you mean 'reminder'?",
                "策略，第 9 行，segment 'not_due'：stage：“remainder”不是以下之一：", "是否应为“reminder”？");
    }

    @Test
    void aPreviewOfNothingIsAskedForItsText() {
        assertThat(web.as(Role.SUPERVISOR).post("/api/strategies/preview", "{}").fields()).containsExactly("text");
        assertThat(web.as(Role.SUPERVISOR).post("/api/strategies/preview", body("# nothing")).status()).isEqualTo(422);
        assertThat(web.as(Role.QA).post("/api/strategies/preview", body("x")).status()).isEqualTo(403);
    }

    private static String body(String text) {
        return new JsonObject().put("text", text).encode();
    }

    private static String part(JsonObject script, String list, String code) {
        return script.getJsonArray(list)
                .stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("part").equals(code))
                .map(each -> each.getString("text"))
                .findFirst()
                .orElseThrow();
    }

    private static CaseFacts facts(long id, int overdueDays) {
        return new CaseFacts(new CaseId(id), new DebtorId(id), "海岸银行", new Money(123_456, Currency.getInstance("CNY")),
                FakeStrategies.TODAY.minusDays(overdueDays), overdueDays, 2, 1, null, Map.of());
    }

    /** Case 5 is before this agent. */
    private static FloorSnapshot withPop(FloorSnapshot floor, AgentId agent) {
        return new FloorSnapshot(floor.clock(), floor.simulated(), floor.campaigns(), floor.links(), floor.agents(),
                floor.calls(), Map.of(agent, Samples.pop(1, true)), floor.previews(), floor.today(), floor.occupancy(),
                floor.why());
    }
}
