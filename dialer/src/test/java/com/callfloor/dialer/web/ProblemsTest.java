package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder, FeedSettings.USUAL, Duration.ofMillis(700));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/cases/1/nothing", "/health/nothing"})
    void anUnknownAddressIsToldAsAProblemAndNotAsAPage(String path) {
        Answer answer = web.as(Role.SUPERVISOR).get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("urn:callfloor:problem:not-found");
        assertThat(answer.json().getInteger("status")).isEqualTo(404);
        assertThat(answer.detail()).contains("There is no address");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /api/session, 'DELETE, GET, POST'", "POST, /api/calls/x, GET",
            "DELETE, /api/agents/5/state, POST",
            "OPTIONS, /api/floor, GET", "POST, /health/live, GET", "POST, /, 'GET, HEAD'"})
    void anUnknownMethodIsToldWithThoseThatAreKnown(String method, String path, String allowed) {
        Answer answer = web.as(Role.SUPERVISOR).send(method, path, new byte[0]);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[]", "\"text\"", "null"})
    void aBodyThatIsNoJsonObjectIsMalformed(String body) {
        Answer answer = web.as(Role.AGENT).post("/api/agents/me/state", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).containsIgnoringCase("JSON");
    }

    @Test
    void anotherContentTypeIsRefused() {
        Answer answer = web.as(Role.AGENT)
                .with("Content-Type", "text/plain")
                .send("POST", "/api/agents/me/state",
                        "{\"state\":\"ready\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).contains("application/json");
    }

    @Test
    void everythingThatIsWrongWithABodyIsToldAtOnce() {
        Answer answer = web.anonymous().post("/api/session", "{\"login\":7,\"passwort\":\"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactlyInAnyOrder("login", "password", "passwort");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndTheConnectionStaysUsableForTheNextRequest() {
        Client agent = web.as(Role.AGENT);

        Answer answer = agent.post("/api/agents/me/state", "{\"state\":\"" + "x".repeat(70_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("65536 bytes");
        assertThat(agent.get("/api/floor").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases/abc", "/api/cases/0", "/api/cases/99999999999999999999", "/api/cases/-1",
            "/api/calls/7", "/api/calls/019cac00-0000-4000-8000-000000000001", "/api/recordings/%00/audio",
            "/api/cases/1'%20or%201=1"})
    void anIdThatCannotBeOneNamesNothing(String path) {
        assertThat(web.as(Role.SUPERVISOR).get(path).status()).isEqualTo(404);
    }

    @Test
    void aDatabaseThatHangsIsToldAfterAWhileWithoutBlockingOthers() {
        CountDownLatch release = new CountDownLatch(1);
        web.archive.beforeAnswer = () -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        CompletableFuture<Answer> hanging = CompletableFuture
                .supplyAsync(() -> web.as(Role.SUPERVISOR).get("/api/cases"));

        assertThat(web.as(Role.SUPERVISOR).get("/api/floor").status()).isEqualTo(200);
        assertThat(hanging.join().status()).isEqualTo(503);
        assertThat(hanging.join().header("Retry-After")).isEqualTo("5");
        assertThat(hanging.join().detail()).contains("The case directory did not answer");
        release.countDown();
    }

    @Test
    void aDatabaseThatFailsIsToldWithoutItsSecrets() {
        web.archive.beforeAnswer = () -> {
            throw new IllegalStateException("jdbc:mysql://secret-host/floor: access denied for root");
        };

        Answer answer = web.as(Role.SUPERVISOR).get("/api/cases");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("secret", "mysql", "Exception", "at com.");
    }

    @Test
    void whatNobodyForesawIsToldByAReferenceToTheLogOnly() {
        web.floor.broken = true;

        Answer answer = web.as(Role.SUPERVISOR).get("/api/floor");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.detail()).containsPattern("under [0-9a-f-]{36}");
        assertThat(answer.text()).doesNotContain("secret", "Exception", "at com.");
    }

    @Test
    void aFloorThatDoesNotReplyIsUnavailable() {
        web.floor.reply = new CompletableFuture<>();

        Answer answer = web.as(Role.AGENT).post("/api/agents/me/state", "{\"state\":\"ready\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).contains("The floor does not reply");
    }

    @ParameterizedTest
    @CsvSource({"NO_SUCH_CALL, 404", "NOT_YOURS, 409", "NOT_NOW, 409"})
    void aRefusalOfTheFloorIsToldAsWhatItIs(Refusal code, int status) {
        web.floor.refuse(code, new Words("The call is still ringing.", "电话仍在振铃。"));

        Answer answer = web.as(Role.AGENT).post("/api/calls/" + Samples.attempt(1) + "/hangup", "{}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).contains(status == 409 ? "The call is still ringing." : "no call with this id");
        assertThat(answer.json().getString("detail_zh")).contains(status == 409 ? "电话仍在振铃。" : "没有此编号的通话");
    }
}
