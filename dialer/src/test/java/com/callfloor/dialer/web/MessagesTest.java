package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.FakeMessages;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {
    private static final String PAYMENT_DUE = "{\"template\":\"payment_due\",\"channel\":\"sms\"}";
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
    void aCasesMessagesShowTheirStatesAndNoWholeNumber() {
        JsonObject message = web.as(Role.QA).get("/api/cases/5/messages").items().getJsonObject(0);

        assertThat(message.getString("state")).isEqualTo("sent");
        assertThat(message.getString("recipient")).isEqualTo("138****0001");
        assertThat(message.getLong("decision")).isEqualTo(7);
        assertThat(message.getJsonArray("changes")).hasSize(1);
    }

    @Test
    void aMessageIsSentByHandAndComesBackAsItStands() {
        Answer answer = web.as(Role.SUPERVISOR).post("/api/cases/5/messages", PAYMENT_DUE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("state")).isEqualTo("sent");
        assertThat(web.messages.asked).containsExactly("plan payment_due SMS supervisor", "send 138****0001 hello",
                "after SENT");
    }

    @Test
    void whatTheRulesRefuseIsDeniedWithTheRules() {
        web.messages.refuses = true;
        Answer answer = web.as(Role.SUPERVISOR).post("/api/cases/5/messages", PAYMENT_DUE);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().getString("title")).isEqualTo("The rules forbid this message");
        assertThat(answer.json().getJsonArray("rules").getJsonObject(0).getString("id")).isEqualTo("NO-RECIPIENT");
        assertThat(web.messages.asked).noneMatch(asked -> asked.startsWith("send"));
    }

    @Test
    void whatIsAskedForWronglyIsNamed() {
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/cases/5/messages", "{\"template\":\"x\",\"channel\":\"fax\"}")
                .fields())
                .containsExactly("channel");
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/cases/5/messages", "{\"template\":\"x\",\"channel\":\"sms\"}")
                .fields())
                .containsExactly("template");
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/cases/5/messages", "{\"template\":\"promise_reminder\",\"channel\":\"sms\"}")
                .fields())
                .containsExactly("template");
        assertThat(web.as(Role.SUPERVISOR).post("/api/cases/6/messages", PAYMENT_DUE).status()).isEqualTo(404);
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/cases/5/messages", PAYMENT_DUE.replace("sms", "email"))
                .status()).as("no gateway carries it")
                .isEqualTo(409);
    }

    @Test
    void anAgentWritesAboutTheCaseThatIsBeforeThemAndNoOther() {
        assertThat(web.as(Role.AGENT).post("/api/cases/5/messages", PAYMENT_DUE).status()).isEqualTo(404);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/messages").status()).isEqualTo(404);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/messages/preview").status()).isEqualTo(404);
        assertThat(web.messages.asked).isEmpty();

        web.floor.show(floor -> withPop(floor, new AgentId(web.user(Role.AGENT).id())));

        assertThat(web.as(Role.AGENT).post("/api/cases/5/messages", PAYMENT_DUE).status()).isEqualTo(201);
        assertThat(web.as(Role.AGENT).get("/api/cases/5/messages/preview").status()).isEqualTo(200);
    }

    @Test
    void aPreviewIsMaskedAndHoldsTheRulesWord() {
        JsonObject preview = web.as(Role.AUDITOR)
                .get("/api/cases/5/messages/preview?template=payment_due&channel=sms&language=en")
                .json();

        assertThat(preview.getString("recipient")).isEqualTo("138****0001");
        assertThat(preview.getJsonObject("decision").getString("verdict")).isEqualTo("deny");
        assertThat(web.as(Role.AUDITOR).get("/api/cases/5/messages/preview?channel=call").fields())
                .containsExactly("channel");
        assertThat(web.as(Role.AUDITOR).get("/api/cases/6/messages/preview").status()).isEqualTo(404);
    }

    @Test
    void aReportIsTakenFromTheProviderAlone() {
        String path = "/api/messages/reports/sms-house";

        assertThat(web.anonymous().post(path, "{\"a\":1}").status()).isEqualTo(403);
        assertThat(web.anonymous().with("X-Secret", "a guess").post(path, "{\"a\":1}").status()).isEqualTo(403);
        assertThat(web.anonymous()
                .with("X-Secret", FakeMessages.SECRET)
                .post("/api/messages/reports/other", "{}")
                .status())
                .isEqualTo(404);
        assertThat(web.messages.asked).isEmpty();

        Answer answer = web.anonymous().with("X-Secret", FakeMessages.SECRET).post(path, "{\"a\": 1}");

        assertThat(answer.json().getInteger("known")).isEqualTo(1);
        assertThat(web.messages.asked).as("byte by byte as it was signed")
                .containsExactly("report sms-house {\"a\": 1}");
    }

    @Test
    void aReportMayBeAForm() {
        Answer answer = web.anonymous()
                .with("X-Secret", FakeMessages.SECRET)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/api/messages/reports/sms-house", "a=1&b=%E9%80%80".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(web.messages.asked).as("byte by byte as it was signed")
                .containsExactly("report sms-house a=1&b=%E9%80%80");
    }

    @Test
    void anAddressIsNotedWithItsKindAndEvidence() {
        Answer answer = web.as(Role.SUPERVISOR)
                .post("/api/cases/5/emails",
                        "{\"address\":\"Li@Example.com\",\"kind\":\"work\",\"evidence\":\"told us\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("address")).isEqualTo("l****@example.com");
        assertThat(web.messages.asked).containsExactly("email li@example.com true told us");
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/cases/5/emails",
                        "{\"address\":\"a@b.c,d@e.f\",\"kind\":\"personal\",\"evidence\":\"x\"}")
                .fields())
                .containsExactly("address");
    }

    @Test
    void templatesAreListedAsTheyAreWritten() {
        assertThat(web.as(Role.AGENT).get("/api/messages/templates").items()).hasSize(8);
    }

    /** Case 5 is before this agent. */
    private static FloorSnapshot withPop(FloorSnapshot floor, AgentId agent) {
        return new FloorSnapshot(floor.clock(), floor.simulated(), floor.campaigns(), floor.links(), floor.agents(),
                floor.calls(), Map.of(agent, Samples.pop(1, true)), floor.previews(), floor.today(), floor.occupancy(),
                floor.why());
    }
}
