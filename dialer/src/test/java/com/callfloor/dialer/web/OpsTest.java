package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OpsTest {
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
    void aFloorThatCanWorkIsReady() {
        assertThat(web.anonymous().get("/health/ready").status()).isEqualTo(200);
        assertThat(web.anonymous().get("/health/live").json().getString("status")).isEqualTo("up");
    }

    @Test
    void aFloorThatCannotWorkSaysWhyAndIsStillAlive() {
        web.databaseFault = Optional.of("the database does not answer");

        Answer ready = web.anonymous().get("/health/ready");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().getJsonArray("checks")).isEqualTo(new JsonArray()
                .add(new JsonObject().put("name", "database")
                        .put("ok", false)
                        .put("reason",
                                "the database does not answer"))
                .add(new JsonObject().put("name", "pbx").put("ok", true).put("reason", null)));
        assertThat(web.anonymous().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void requestsAreMeasuredByOperationAndStatusAndNeverByAddress() {
        web.as(Role.QA).get("/api/cases/5");

        String metrics = web.anonymous().get("/metrics").text();

        assertThat(metrics).containsPattern(
                "callfloor_http_requests_seconds_count\\{operation=\"CASE\",status=\"404\"\\} 1");
        assertThat(metrics).doesNotContain("/api/cases/5");
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        web.recordings.recordings.add(Samples.recording(2, "stored"));
        String audio = "/api/recordings/" + Samples.attempt(2) + "/audio";
        List<Answer> answers = Stream.of("/", "/agent", "/api/floor", "/api/nothing", "/api/cases?x=1", "/metrics",
                "/health/ready", "/api/openapi.yaml", audio, "/nothing.js").map(web.as(Role.QA)::get).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "script-src 'self';",
                    "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.response().headers().map()).doesNotContainKeys("server", "x-powered-by",
                    "access-control-allow-origin");
        });
    }

    @Test
    void noAnswerOfTheApiIsKeptOrMisreadByABrowserWhateverItIs() {
        for (Operation operation : Operation.values()) {
            String path = operation.path().replaceAll("\\{\\w+}", "1");
            Answer answer = web.program(Role.ADMINISTRATOR).send(operation.method().name(), path, new byte[0]);

            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path)
                    .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("microphone=(self)");
        }
    }

    @Test
    void administratorsSeeEveryPartAndAPartThatIsDownHidesNoOther() {
        web.databaseFault = Optional.of("away");

        JsonObject health = web.as(Role.ADMINISTRATOR).get("/api/system/health").json();

        assertThat(health.getString("state")).isEqualTo("down");
        assertThat(health.getString("version")).isEqualTo("1.2.3");
        assertThat(health.getJsonArray("parts").getJsonObject(1)).isEqualTo(new JsonObject().put("name", "webhooks")
                .put("state", "warning")
                .put("figures", new JsonObject().put("dead", 1).put("pending", 2)));
        assertThat(web.as(Role.SUPERVISOR).get("/api/system/health").status()).isEqualTo(403);
    }

    @Test
    void theDescriptionIsServed() {
        Answer answer = web.anonymous().get("/api/openapi.yaml");

        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.text()).startsWith("openapi: 3.1");
    }
}
