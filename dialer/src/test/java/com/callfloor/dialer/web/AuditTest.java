package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.audit.AuditBook.Filter;
import com.callfloor.dialer.audit.AuditEntry;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTest {
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
    void whoReadsACaseIsSeenInTheLogWithHowItEnded() {
        web.as(Role.SUPERVISOR).get("/api/cases/999");

        Awaitility.await().untilAsserted(() -> assertThat(latest().status()).isEqualTo(404));
        assertThat(latest().operation()).isEqualTo("CASE");
        assertThat(latest().path()).isEqualTo("/api/cases/999");
        assertThat(latest().userId()).isEqualTo(web.user(Role.SUPERVISOR).id());
        assertThat(latest().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void whatCannotBeNotedIsNotDone() {
        web.audit.away = true;

        Answer read = web.as(Role.SUPERVISOR).get("/api/cases/1");
        Answer change = web.as(Role.ADMINISTRATOR)
                .post("/api/users/" + web.user(Role.AGENT).id() + "/password",
                        "{\"password\": \"kettle bridge forty\"}");

        assertThat(read.status()).isEqualTo(503);
        assertThat(change.status()).isEqualTo(503);
        assertThat(web.as(Role.AGENT).get("/api/session").status()).as("the agent's session").isEqualTo(200);
    }

    @Test
    void anAgentTakesABreakWhileTheLogIsAway() {
        web.audit.away = true;

        assertThat(web.as(Role.AGENT)
                .post("/api/agents/me/state", "{\"state\": \"break\", \"reason\": \"lunch\"}")
                .status()).isEqualTo(200);
    }

    @Test
    void aNumberIsInNoAddressOfTheLog() {
        web.as(Role.ADMINISTRATOR).delete("/api/do-not-call/floor/+8613800138000");
        web.as(Role.SUPERVISOR).get("/api/rules/check?case=C-1&number=%2B8613800138000&at=2026-03-02T02:00:00Z");

        assertThat(web.audit.page(new Filter(null, null, null, null), null, 10))
                .extracting(kept -> kept.entry().path())
                .containsExactly("/api/rules/check?case=C-1", "/api/do-not-call/floor/*");
    }

    @Test
    void signInsAreNotedWhetherTheySucceedOrNotAndWhatWasTypedIsNot() {
        web.anonymous().post("/api/session", "{\"login\": \"secret-typed-here\", \"password\": \"x\"}");
        web.anonymous()
                .post("/api/session",
                        new JsonObject().put("login", "qa").put("password", WebFixture.PASSWORD).encode());

        Answer log = web.as(Role.AUDITOR).get("/api/audit?operation=SIGN_IN");

        assertThat(log.items().stream().map(entry -> ((JsonObject) entry).getInteger("status")))
                .containsExactly(200, 401);
        assertThat(log.text()).doesNotContain("secret-typed-here");
    }

    @Test
    void aFilterThatNothingCanMatchIsAnErrorAndNotAnEmptyList() {
        Answer answer = web.as(Role.AUDITOR).get("/api/audit?operation=CASSE&from=yesterday&user=li");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors")).hasSize(3);
    }

    private AuditEntry latest() {
        return web.audit.page(new Filter(null, null, null, null), null, 1).getFirst().entry();
    }
}
