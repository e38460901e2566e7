package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewsTest {
    private static final String PREVIEW = "/api/previews/" + Samples.attempt(3);

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void anAgentCallsTheCaseThatTheFloorShowsOrSkipsItWithAReason() {
        assertThat(web.as(Role.AGENT).post(PREVIEW + "/call", "").status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(PREVIEW + "/skip", "{\"reason\":\"promised\"}").status()).isEqualTo(202);

        assertThat(web.floor.asked).containsExactly("call " + Samples.attempt(3) + " 1",
                "skip " + Samples.attempt(3) + " 1 PROMISED");
    }

    @Test
    void aSkipNeedsAReasonOfTheList() {
        Answer answer = web.as(Role.AGENT).post(PREVIEW + "/skip", "{\"reason\":\"bored\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("reason");
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void whatIsNotBeforeTheAgentAnyMoreIsNotFound() {
        web.floor.refuse(Refusal.NO_SUCH_PREVIEW,
                new Words("you are not looking at this case any more", "该案件已不在您面前"));

        assertThat(web.as(Role.AGENT).post(PREVIEW + "/call", "").status()).isEqualTo(404);
    }

    @Test
    void aDenialSaysWhatTheRulesSaidInEveryLanguage() {
        Instant now = Samples.NOW;
        Finding hours = new Finding("FLOOR-HOURS", "floor", "2026-11-24", false, new Reason.OutsideHours(
                ZoneId.of("Asia/Shanghai"), LocalTime.of(22, 0), LocalTime.of(8, 0), LocalTime.of(20, 0)));
        web.floor.reply = CompletableFuture.completedFuture(
                new FloorReply.Denied(new Decision(now, new Verdict.Deny(), List.of(hours), Set.of())));

        Answer answer = web.as(Role.AGENT).post("/api/cases/5/call", "");

        assertThat(web.floor.asked).containsExactly("call case 5 1");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).startsWith("FLOOR-HOURS: ");
        JsonObject rule = answer.json().getJsonArray("rules").getJsonObject(0);
        assertThat(rule.getString("because")).isNotEqualTo(rule.getString("because_zh"));
    }

    @Test
    void anAgentFindsACaseByItsReferenceAndHasNoList() {
        assertThat(web.as(Role.AGENT).get("/api/cases?ref=CF-5").items()).hasSize(1);
        assertThat(web.as(Role.AGENT).get("/api/cases").fields()).containsExactly("ref");
    }
}
