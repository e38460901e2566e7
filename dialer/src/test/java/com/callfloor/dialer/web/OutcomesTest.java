package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentDay;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.FakeStrategies;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** It is 10:00 on 2 March 2026 in Shanghai, and the case owes 1,234.56 CNY. */
class OutcomesTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613800000001");
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
        web.archive.calls.add(Samples.call(3));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aPromiseOfSeveralInstalmentsIsTakenWithItsChannel() {
        Answer answer = dispose("""
                {"disposition":"promise_to_pay","note":"after payday","channel":"alipay","instalments":[
                 {"date":"2026-03-05","amount":"1000"},{"date":"2026-04-05","amount":234.56,"currency":"CNY"}]}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("dispose " + Samples.attempt(3) + " 1 PROMISE_TO_PAY after payday"
                + " (1000.00 CNY on 2026-03-05, 234.56 CNY on 2026-04-05, channel: alipay)");
    }

    private void poppedUp() {
        web.floor
                .show(floor -> new FloorSnapshot(floor.clock(), false, floor.campaigns(), floor.links(), floor.agents(),
                        floor.calls(), Map.of(new AgentId(web.user(Role.AGENT).id()), Samples.pop(3, true)), Map.of(),
                        floor.today(), 0, ""));
    }

    @Test
    void aCaseThatPoppedUpNeedsNoDatabase() {
        web.archive.calls.clear();
        poppedUp();

        assertThat(dispose("""
                {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1000"}]}""").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"disposition":"promise_to_pay"} | instalments
            {"disposition":"promise_to_pay","instalments":[]} | instalments
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-01","amount":"5"}]} | instalments[0].date
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-06-01","amount":"5"}]} | instalments[0].date
            {"disposition":"promise_to_pay","instalments":[{"date":"3/5","amount":"5"}]} | instalments[0].date
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05"}]} | instalments[0].amount
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"0"}]} | instalments[0].amount
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1.234"}]} | instalments[0].amount
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1","pay":1}]} | instalments[0].pay
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1","currency":"USD"}]} | instalments[0].currency
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1"},{"date":"2026-03-05","amount":"1"}]} | instalments[1].date
            {"disposition":"promise_to_pay","instalments":[{"date":"2026-03-05","amount":"1234.57"}]} | instalments
            {"disposition":"claims_paid","paid_at":"2026-03-01","amount":"5"} | channel
            {"disposition":"claims_paid","paid_at":"2026-03-03","amount":"5","channel":"cash"} | paid_at
            {"disposition":"claims_paid","paid_at":"2026-03-01","channel":"cash"} | amount
            {"disposition":"call_back","at":"2026-03-02T01:00:00Z"} | at
            {"disposition":"call_back","at":"tomorrow"} | at
            {"disposition":"call_back","same_agent":false} | at
            {"disposition":"refuses","instalments":[]} | instalments
            {"disposition":"hardship","monthly_amount":"-5"} | monthly_amount
            """)
    void whatIsWrongIsNamed(String body, String field) {
        Answer answer = dispose(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(field);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void moreThanIsDueMayBePromisedIfThatIsMeant() {
        assertThat(dispose("""
                {"disposition":"promise_to_pay","more_than_due":true,
                 "instalments":[{"date":"2026-03-05","amount":"1300"}]}""").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "instalments":[{"date":"2026-03-20","amount":"1"}] | instalments | payment in 18 days, and at most 14
            "instalments":[{"date":"2026-03-03","amount":"1"},{"date":"2026-03-04","amount":"1"},{"date":"2026-03-05","amount":"1"},{"date":"2026-03-06","amount":"1"},{"date":"2026-03-07","amount":"1"},{"date":"2026-03-08","amount":"1"},{"date":"2026-03-09","amount":"1"}] | instalments | 7 instalments, and at most 6
            "instalments":[{"date":"2026-03-05","amount":"1000"}],"waiver_amount":"123.46" | waiver_amount | at most 123.45 CNY
            """)
    void whatTheStageOfTheCaseDoesNotOfferIsRefused(String said, String field, String because) {
        web.strategies.cases.add(secondMonth());

        Answer answer = dispose("{\"disposition\":\"promise_to_pay\"," + said + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(field);
        assertThat(answer.text()).contains(because);
    }

    @Test
    void aSupervisorDecidesAboutWhatIsMeantBeyondTheOfferAndAboutEveryWaiver() {
        web.strategies.cases.add(secondMonth());

        Answer answer = dispose("""
                {"disposition":"promise_to_pay","beyond_offer":true,"waiver_amount":"123.45",
                 "instalments":[{"date":"2026-03-20","amount":"1000"}]}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(web.floor.asked).singleElement().asString().contains("waiver asked: 123.45 CNY");
    }

    /** Six instalments, fourteen days and a tenth waived at most. */
    private static CaseFacts secondMonth() {
        LocalDate due = FakeStrategies.TODAY.minusDays(46);
        return new CaseFacts(new CaseId(5), new DebtorId(5), null,
                new Money(123_456, Currency.getInstance("CNY")), due, 46, null, 0, null, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_back", "refuses", "disputes", "hardship", "wrong_party", "third_party", "deceased",
            "voicemail", "language_barrier", "complaint", "no_conversation"})
    void aCodeAloneIsEnoughWhereNothingMustBeKnown(String code) {
        assertThat(dispose("{\"disposition\":\"" + code + "\"}").status()).isEqualTo(200);
    }

    @Test
    void detailsOfEveryKindReachTheFloor() {
        dispose("{\"disposition\":\"claims_paid\",\"paid_at\":\"2026-03-01\",\"amount\":\"500\",\"channel\":\"cash\"}");
        dispose("{\"disposition\":\"hardship\",\"plan_asked\":true,\"monthly_amount\":\"200\"}");
        dispose("{\"disposition\":\"refuses\",\"no_more_calls\":true}");
        dispose("{\"disposition\":\"complaint\",\"text\":\"called at work\"}");

        assertThat(web.floor.asked).extracting(asked -> asked.substring(asked.indexOf('(')))
                .containsExactly(
                        "(500.00 CNY on 2026-03-01, channel: cash)", "(plan asked, 200.00 CNY a month)",
                        "(no more calls)",
                        "(called at work)");
    }

    @Test
    void aCallBackAtAForbiddenHourIsRefusedWithTheFirstLawfulTime() {
        rulesSay(new Verdict.NotBefore(Instant.parse("2026-03-03T00:00:00Z")), new Reason.OutsideHours(
                ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 0), LocalTime.of(8, 0), LocalTime.of(20, 0)));

        Answer answer = dispose("{\"disposition\":\"call_back\",\"at\":\"2026-03-03T03:00:00+08:00\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("at");
        assertThat(answer.text()).contains("FLOOR-HOURS", "2026-03-03 08:00 in Asia/Shanghai");
        assertThat(web.rules.asked).singleElement().asString().startsWith("CF-5 2026-03-02T19:00:00Z");
    }

    @Test
    void theCallThatIsWrappedUpDoesNotForbidACallBack() {
        rulesSay(new Verdict.NotBefore(Samples.NOW.plusSeconds(300)), new Reason.CallUnderWay(Samples.NOW));

        Answer answer = dispose("{\"disposition\":\"call_back\",\"at\":\"2026-03-03T09:00:00+08:00\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.floor.asked).singleElement().asString().endsWith("(2026-03-03T01:00:00Z, same agent)");
    }

    @Test
    void aCapThatIsUsedUpThenForbidsACallBack() {
        rulesSay(new Verdict.Deny(), new Reason.Count(3, 3, Scope.PERSON, CountedEvent.CONNECTED,
                new Period.Calendar(Period.Unit.DAY)));

        Answer answer = dispose("{\"disposition\":\"call_back\",\"at\":\"2026-03-03T09:00:00+08:00\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("3 of 3 attempts");
    }

    @Test
    void theCalendarOfCallBacksSaysWhyATimeIsClosedInBothLanguages() {
        poppedUp();
        rulesSay(new Verdict.Deny(),
                new Reason.FactStands(FactKind.CEASE, Instant.parse("2026-03-01T02:00:00Z"), null));

        Answer answer = web.as(Role.AGENT).get("/api/cases/5/call-back-slots?days=1&step=60");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("zones")).containsExactly("Asia/Shanghai");
        assertThat(answer.items()).hasSize(24).map(JsonObject.class::cast).allSatisfy(slot -> {
            assertThat(slot.getBoolean("open")).isFalse();
            JsonObject rule = slot.getJsonArray("rules").getJsonObject(0);
            assertThat(rule.getString("because")).contains("noted 2026-03-01 10:00:00 (Asia/Shanghai)");
            assertThat(rule.getString("because_zh")).contains("记录于 2026-03-01 10:00:00");
        });
        assertThat(web.as(Role.AGENT).get("/api/cases/999/call-back-slots").status()).isEqualTo(404);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/call-back-slots?days=15&step=7").status())
                .isEqualTo(400);
    }

    @Test
    void anAgentSeesTheOwnDay() {
        web.outcomes.day = new AgentDay(3, Duration.ofSeconds(400), 1,
                List.of(new Money(50_000, Currency.getInstance("CNY"))), 2,
                new AgentDay.Times(
                        Map.of("ready", Duration.ofSeconds(100), "on_call", Duration.ofSeconds(400), "wrap_up",
                                Duration.ofSeconds(60), "break", Duration.ofSeconds(90)),
                        Map.of("lunch", Duration.ofSeconds(90)), 3));

        JsonObject day = web.as(Role.AGENT).get("/api/agents/me/day").json();

        assertThat(day.getInteger("calls")).isEqualTo(3);
        assertThat(day.getJsonArray("promised").getJsonObject(0).getString("text")).isEqualTo("500.00");
        assertThat(day.getDouble("mean_wrap_up_seconds")).isEqualTo(20);
        assertThat(day.getDouble("occupancy")).isEqualTo(460.0 / 560);
        assertThat(day.getJsonObject("break_seconds").getDouble("lunch")).isEqualTo(90);
    }

    private void rulesSay(Verdict verdict, Reason reason) {
        Finding finding = new Finding("FLOOR-HOURS", "floor", "1", false, reason);
        web.rules.answers.put("CF-5", Map.of(NUMBER,
                new Decision(Samples.NOW, verdict, List.of(finding), Set.of(ZoneId.of("Asia/Shanghai")))));
    }

    @Test
    void theFloorsOwnDispositionsAreListedAndBehaveAsTheOneTheyName() {
        List<String> codes = new ArrayList<>();
        web.as(Role.AGENT)
                .get("/api/dispositions")
                .items()
                .forEach(each -> codes.add(((JsonObject) each).getString("code")));
        Answer without = dispose("{\"disposition\":\"pays_at_branch\"}");
        Answer with = dispose("""
                {"disposition":"pays_at_branch","instalments":[{"date":"2026-03-05","amount":"1000"}]}""");

        assertThat(codes).hasSize(14).contains("complaint").endsWith("pays_at_branch");
        assertThat(without.fields()).containsExactly("instalments");
        assertThat(with.json().getString("disposition")).isEqualTo("pays_at_branch");
        assertThat(web.floor.asked).singleElement().asString().contains("PROMISE_TO_PAY");
    }

    @Test
    void tasksArePagedInTheOrderInWhichTheyAreDue() {
        task(1, TaskKind.COMPLAINT, 3, Optional.empty());
        task(2, TaskKind.CALL_BACK, 1, Optional.of(new AgentId(web.user(Role.AGENT).id())));
        task(3, TaskKind.POSTING_CHECK, 1, Optional.empty());

        Answer first = web.as(Role.SUPERVISOR).get("/api/tasks?state=open&limit=2");
        Answer second = web.as(Role.SUPERVISOR)
                .get("/api/tasks?state=open&limit=2&after=" + first.json().getString("next"));

        assertThat(ids(first)).containsExactly(2L, 3L);
        assertThat(ids(second)).containsExactly(1L);
        assertThat(second.json().getValue("next")).isNull();
        assertThat(ids(web.as(Role.SUPERVISOR).get("/api/tasks?kind=complaint&case=CF-5"))).containsExactly(1L);
        assertThat(ids(web.as(Role.SUPERVISOR).get("/api/tasks?due_before=2026-03-02T04:00:00Z")))
                .containsExactly(2L, 3L);
        assertThat(web.as(Role.SUPERVISOR).get("/api/tasks?kind=holiday").fields()).containsExactly("kind");
    }

    @Test
    void agentsSeeAndDoTheirOwnCallBacksOnly() {
        task(1, TaskKind.COMPLAINT, 3, Optional.empty());
        task(2, TaskKind.CALL_BACK, 1, Optional.of(new AgentId(web.user(Role.AGENT).id())));

        assertThat(ids(web.as(Role.AGENT).get("/api/tasks"))).containsExactly(2L);
        assertThat(web.as(Role.AGENT).post("/api/tasks/1/done", "{\"note\":\"x\"}").status()).isEqualTo(404);
        assertThat(web.as(Role.AGENT).post("/api/tasks/2/done", "{\"note\":\"called\"}").status()).isEqualTo(200);
    }

    @Test
    void aTaskIsDoneOnceWithANote() {
        task(1, TaskKind.COMPLAINT, 3, Optional.empty());

        assertThat(web.as(Role.SUPERVISOR).post("/api/tasks/1/done", "{\"note\":\" \"}").fields())
                .containsExactly("note");
        JsonObject done = web.as(Role.SUPERVISOR).post("/api/tasks/1/done", "{\"note\":\"apologised\"}").json();

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getString("closed_by")).isEqualTo("supervisor");
        assertThat(done.getString("closing_note")).isEqualTo("apologised");
        assertThat(web.as(Role.SUPERVISOR).post("/api/tasks/1/done", "{\"note\":\"again\"}").status()).isEqualTo(409);
        assertThat(web.as(Role.SUPERVISOR).post("/api/tasks/9/done", "{\"note\":\"x\"}").status()).isEqualTo(404);
    }

    @Test
    void aDraftIsKeptWhileTheAgentIsOnTheCallAndReadAgain() {
        String path = "/api/calls/" + Samples.attempt(3) + "/wrap-up";
        String draft = "{\"disposition\":\"promise_to_pay\",\"note\":\"周五\",\"details\":{\"date\":\"20\"}}";
        assertThat(put(path, draft).status()).as("not on this call").isEqualTo(409);
        assertThat(web.as(Role.AGENT).get(path).json().getString("note")).as("nothing kept yet").isNull();

        web.floor.show(floor -> new FloorSnapshot(floor.clock(), false, floor.campaigns(), floor.links(),
                List.of(Samples.onCall(new AgentId(web.user(Role.AGENT).id()), Samples.attempt(3))), floor.calls(),
                Map.of(), Map.of(), floor.today(), 0, ""));
        assertThat(put(path, draft).status()).isEqualTo(200);

        JsonObject kept = web.as(Role.AGENT).get(path).json();
        assertThat(kept.getString("note")).isEqualTo("周五");
        assertThat(kept.getJsonObject("details").getString("date")).isEqualTo("20");
        assertThat(put(path, "{\"nots\":\"x\"}").fields()).containsExactly("nots");
    }

    private Answer put(String path, String body) {
        return web.as(Role.AGENT)
                .with("Content-Type", "application/json")
                .send("PUT", path, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer dispose(String body) {
        return web.as(Role.AGENT).post("/api/calls/" + Samples.attempt(3) + "/disposition", body);
    }

    private static List<Long> ids(Answer answer) {
        return answer.items().stream().map(each -> ((JsonObject) each).getLong("id")).toList();
    }

    private void task(long id, TaskKind kind, int hours, Optional<AgentId> agent) {
        web.outcomes.tasks.add(new Task(id, new CaseId(5), "CF-5", kind, TaskState.OPEN,
                Samples.NOW.plus(Duration.ofHours(hours)), agent, Optional.empty(), Optional.empty(), Optional.empty(),
                Samples.NOW, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
