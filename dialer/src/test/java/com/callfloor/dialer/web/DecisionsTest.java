package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.books.DecisionLog.Kept;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionsTest {
    private static final Instant TEN = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-02T03:00:00Z");
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800000001");
    private static final PhoneNumber HOME = new PhoneNumber("+862000000002");

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
    void aCasesDecisionsAreListedNewestFirstWithTheirReasonsInBothLanguages() {
        web.rules.decisions.add(Samples.decision(1, TEN, "deny", null));
        web.rules.decisions.add(Samples.decision(2, ELEVEN, "allow", Samples.attempt(1).toString()));

        Answer answer = web.as(Role.QA).get("/api/decisions?case=CF-5");

        assertThat(ids(answer)).containsExactly(2, 1);
        JsonObject newest = answer.items().getJsonObject(0);
        assertThat(newest.getString("attempt_id")).isEqualTo(Samples.attempt(1).toString());
        assertThat(newest.getString("number")).isEqualTo("138****0001");
        JsonObject rule = newest.getJsonObject("decision").getJsonArray("rules").getJsonObject(0);
        assertThat(rule.getString("because")).isEqualTo("it is 10:00");
        assertThat(rule.getString("because_zh")).isEqualTo("当地时间 10:00");
    }

    @Test
    void theDecisionInForceAtAnInstantIsTheFirstOfThoseUpToIt() {
        web.rules.decisions.add(Samples.decision(1, TEN, "deny", null));
        web.rules.decisions.add(Samples.decision(2, ELEVEN, "allow", null));

        assertThat(ids(web.as(Role.QA).get("/api/decisions?case=CF-5&before=2026-03-02T02:59:59Z")))
                .containsExactly(1);
        assertThat(ids(web.as(Role.QA).get("/api/decisions?case=CF-5&before=2026-03-02T11:00:00%2B08:00&limit=1")))
                .containsExactly(2);
    }

    @Test
    void pagesNeitherRepeatNorSkipDecisionsOfOneInstant() {
        LongStream.rangeClosed(1, 40)
                .forEach(id -> web.rules.decisions.add(Samples.decision(id, id > 38 ? ELEVEN : TEN, "deny", null)));

        Answer first = web.as(Role.QA).get("/api/decisions?case=CF-5&limit=30");
        Answer second = web.as(Role.QA)
                .get("/api/decisions?case=CF-5&limit=30&after=" + first.json().getString("next"));

        assertThat(ids(first)).hasSize(30).startsWith(40, 39, 38).endsWith(11);
        assertThat(ids(second)).startsWith(10, 9).endsWith(1).hasSize(10);
        assertThat(second.json().getValue("next")).isNull();
    }

    @Test
    void oneDecisionIsShownAndAnUnreadableOneIsNotHidden() {
        web.rules.decisions.add(Samples.decision(1, TEN, "deny", null));
        var broken = Samples.decision(2, TEN, "deny", null);
        web.rules.decisions.add(new Kept(2, TEN, broken.caseRef(), null,
                null, "{\"verdict"));

        assertThat(web.as(Role.AUDITOR).get("/api/decisions/1").json().getJsonObject("decision").getString("verdict"))
                .isEqualTo("deny");
        assertThat(web.as(Role.AUDITOR).get("/api/decisions/2").json().getJsonObject("decision"))
                .isEqualTo(new JsonObject().put("unreadable", "{\"verdict"));
        assertThat(web.as(Role.AUDITOR).get("/api/decisions/3").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?before=2026-03-02T02:00:00Z", "?case=CF-5&before=yesterday", "?case=CF-5&at=now",
            "?case=CF-5&after=bm9wZQ"})
    void aListThatCannotBeMeantIsRefused(String query) {
        assertThat(web.as(Role.QA).get("/api/decisions" + query).status()).isEqualTo(400);
    }

    @Test
    void theRulesAreAskedForEachNumberAtTheInstantWithTheLongestRing() {
        web.rules.answers.put("CF-5", Map.of(MOBILE, denied(), HOME, allowed()));

        Answer answer = web.as(Role.QA).get("/api/rules/check?case=CF-5&at=2026-03-02T03:00:00Z");

        assertThat(web.rules.asked).containsExactly("CF-5 2026-03-02T03:00:00Z PT45S");
        assertThat(answer.items()).hasSize(2);
        assertThat(answer.items().getJsonObject(0)).isEqualTo(new JsonObject(
                """
                        {"number":"138****0001","at":"2026-03-02T03:00:00Z","verdict":"not_before",
                        "not_before":"2026-03-02T16:00:00Z","rules":[{"id":"FLOOR-DEBTOR-DAY","pack":"floor",
                        "version":"2","verdict":"deny",
                        "because":"3 of 3 attempts with this debtor this calendar day used",
                        "because_zh":"当日对该债务人的拨打上限 3 次，已用 3 次"}],"zones":["Asia/Shanghai","Asia/Urumqi"],
                        "counters":[{"rule":"FLOOR-DEBTOR-DAY","scope":"person","event":"dispatched",
                        "period":"calendar day","used":3,"limit":3}]}"""));
        assertThat(answer.items().getJsonObject(1).getString("verdict")).isEqualTo("allow");
    }

    @Test
    void oneNumberIsAskedAboutNowIfNoInstantIsGiven() {
        web.rules.answers.put("CF-5", Map.of(MOBILE, denied(), HOME, allowed()));

        Answer encoded = web.as(Role.QA).get("/api/rules/check?case=CF-5&number=%2B8613800000001");
        Answer plain = web.as(Role.QA).get("/api/rules/check?case=CF-5&number=+8613800000001");

        assertThat(encoded.items()).hasSize(1);
        assertThat(plain.text()).isEqualTo(encoded.text());
        assertThat(web.rules.asked).allMatch(asked -> asked.contains(Samples.NOW.toString()));
    }

    @Test
    void whatTheRulesCannotBeAskedAboutIsToldFromABadQuestion() {
        web.rules.answers.put("CF-5", Map.of(MOBILE, denied()));

        assertThat(web.as(Role.QA).get("/api/rules/check?case=CF-6").detail()).contains("case with this reference");
        assertThat(web.as(Role.QA).get("/api/rules/check?case=CF-5&number=%2B8613800000009").status()).isEqualTo(404);
        assertThat(web.as(Role.QA).get("/api/rules/check?case=CF-5&number=138****0001").fields())
                .containsExactly("number");
        assertThat(web.as(Role.QA).get("/api/rules/check").fields()).containsExactly("case");
    }

    private static Decision denied() {
        return new Decision(ELEVEN, new Verdict.NotBefore(Instant.parse("2026-03-02T16:00:00Z")),
                List.of(new Finding("FLOOR-DEBTOR-DAY", "floor", "2", false, new Reason.Count(3, 3, Scope.PERSON,
                        CountedEvent.DISPATCHED, new Period.Calendar(Period.Unit.DAY)))),
                Set.of(ZoneId.of("Asia/Urumqi"), ZoneId.of("Asia/Shanghai")));
    }

    private static Decision allowed() {
        return new Decision(ELEVEN, new Verdict.Allow(), List.of(), Set.of(ZoneId.of("Asia/Shanghai")));
    }

    private static List<Integer> ids(Answer answer) {
        JsonArray items = answer.items();
        return items.stream().map(item -> ((JsonObject) item).getInteger("id")).toList();
    }
}
