package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.quality.TextArchive.Kind;
import com.callfloor.dialer.quality.card.Answer.No;
import com.callfloor.dialer.quality.card.Answer.Yes;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.web.testing.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From an opened review to a decided appeal, through the API and in the books. */
@ExtendWith(DatabaseExtension.class)
class ReviewsIT {
    private final QualityFloor floor;
    private AttemptId call;

    ReviewsIT(TestSchemas schemas, @TempDir Path folder) {
        floor = new QualityFloor(schemas, folder);
    }

    @BeforeEach
    void somebodyWasTalkedTo() throws LedgerUnavailable {
        call = floor.calls.talked(floor.agent, Duration.ofMinutes(2));
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    private Answer post(Role by, String path, JsonObject body) {
        return floor.web.as(by).post("/api/quality/reviews/" + path, body.encode());
    }

    private Answer agentPost(String path, String body) {
        return floor.web.as(Role.AGENT).post("/api/agents/me/reviews/" + path, body);
    }

    @Test
    void aDraftIsItsReviewersAloneAndFoundAgain() {
        long id = floor.open(Role.QA, call);

        assertThat(floor.open(Role.QA, call)).isEqualTo(id);
        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/reviews/" + id).status()).isEqualTo(404);
        assertThat(floor.web.as(Role.AGENT).get("/api/agents/me/reviews/" + id).status()).isEqualTo(404);
        assertThat(floor.web.as(Role.QA).get("/api/quality/reviews?mine=true").items()).hasSize(1);
        assertThat(floor.web.as(Role.QA).get("/api/quality/reviews").items()).isEmpty();
    }

    @Test
    void answersAndNotesAreKeptAndEveryMissingAnswerIsNamed() {
        long id = floor.open(Role.QA, call);
        byte[] draft = """
                {"answers":[{"item":"courteous","answer":"points","points":4,"comment":"calm"}],"summary":"so far",
                 "notes":[{"at_ms":1200,"text":"hear this"},{"at_ms":5000,"text":"for us","for_agent":false}]}"""
                .getBytes(StandardCharsets.UTF_8);
        var client = floor.web.as(Role.QA).with("Content-Type", "application/json");

        Answer saved = client.send("PUT", "/api/quality/reviews/" + id, draft);
        Answer submitted = floor.web.as(Role.QA)
                .send("POST", "/api/quality/reviews/" + id + "/submission", new byte[0]);

        assertThat(saved.status()).isEqualTo(200);
        JsonObject version = saved.json().getJsonArray("versions").getJsonObject(0);
        assertThat(version.getJsonArray("answers").getJsonObject(0).getString("comment")).isEqualTo("calm");
        assertThat(version.getJsonArray("notes")).hasSize(2);
        assertThat(submitted.status()).isEqualTo(422);
        assertThat(submitted.fields()).contains("answers.threat", "answers.listens")
                .doesNotContain("answers.courteous");
        assertThat(client.send("PUT", "/api/quality/reviews/" + id,
                "{\"answers\":[{\"item\":\"courteous\",\"answer\":\"yes\"}]}"
                        .getBytes(StandardCharsets.UTF_8))
                .fields()).containsExactly("answers.courteous");
    }

    @Test
    void aSubmittedReviewIsNotChangedButCorrectedAndTheAgentSeesBothVersions() {
        long id = floor.reviewed(Role.QA, call, Map.of("threat", new Yes()));
        var client = floor.web.as(Role.QA).with("Content-Type", "application/json");

        assertThat(client.send("PUT", "/api/quality/reviews/" + id,
                QualityFloor.answers(Map.of()).toBuffer().getBytes()).status()).isEqualTo(409);
        Answer corrected = post(Role.SUPERVISOR, id + "/corrections",
                QualityFloor.answers(Map.of("identifies", new No())).put("why", "it was the debtor who threatened"));

        assertThat(corrected.status()).isEqualTo(200);
        JsonObject seen = floor.web.as(Role.AGENT).get("/api/agents/me/reviews/" + id).json();
        assertThat(seen.getJsonObject("result").getDouble("score")).isEqualTo(90.0);
        assertThat(seen.getJsonArray("versions")).hasSize(2);
        assertThat(seen.getJsonArray("versions").getJsonObject(0).getJsonObject("result").getJsonArray("failed_by"))
                .containsExactly("threat");
        assertThat(seen.getJsonArray("versions").getJsonObject(1).getString("why")).startsWith("it was the debtor");
    }

    @Test
    void theAgentAppealsAndSomebodyElseDecides() {
        long id = floor.reviewed(Role.QA, call, Map.of("insult", new Yes()));

        assertThat(agentPost(id + "/acknowledgement", "").status()).isEqualTo(200);
        assertThat(agentPost(id + "/appeal", "{\"text\":\"I never said that\"}").json().getString("state"))
                .isEqualTo("appealed");
        assertThat(post(Role.QA, id + "/decision",
                new JsonObject().put("verdict", "upheld").put("why", "I heard it")).status()).isEqualTo(409);
        Answer decided = post(Role.SUPERVISOR, id + "/decision",
                QualityFloor.answers(Map.of())
                        .put("verdict", "changed")
                        .put("why", "heard again: it was said of a bill"));

        assertThat(decided.json().getString("state")).isEqualTo("changed");
        assertThat(decided.json().getJsonObject("result").getDouble("score")).isEqualTo(100.0);
        assertThat(decided.json().getJsonArray("steps").stream().map(step -> ((JsonObject) step).getString("kind")))
                .containsExactly("opened", "submitted", "acknowledged", "appealed", "changed");
        assertThat(agentPost(id + "/appeal", "{\"text\":\"again\"}").status()).isEqualTo(409);
    }

    @Test
    void anAppealComesInTimeOrNotAtAll() {
        long id = floor.reviewed(Role.QA, call, Map.of("insult", new Yes()));

        floor.clock.pass(QualityFloor.APPEALS.plusSeconds(1));

        assertThat(agentPost(id + "/appeal", "{\"text\":\"late\"}").detail()).contains("An appeal was possible until");
    }

    @Test
    void onlyRecordedCallsAreReviewed() {
        Answer answer = floor.web.as(Role.QA)
                .post("/api/quality/reviews", new JsonObject()
                        .put("recording", "019ab000-0000-7000-8000-000000000001")
                        .put("card", "debtor")
                        .encode());

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aVersionIsOneText() {
        var archive = new SqlTextArchive(floor.books.database);
        archive.keep(Kind.SCORECARD, "debtor", "1", "one text", floor.clock.instant());
        archive.keep(Kind.SCORECARD, "debtor", "1", "one text", floor.clock.instant());
        archive.keep(Kind.SCORECARD, "debtor", "2", "another", floor.clock.instant());

        assertThat(archive.all(Kind.SCORECARD)).hasSize(2);
        assertThatThrownBy(() -> archive.keep(Kind.SCORECARD, "debtor", "1", "another", floor.clock.instant()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the changed one a new version");
    }
}
