package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionTest {
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
    void theRightPasswordOpensASessionInACookieThatNoScriptAndNoOtherSiteCanUse() {
        Answer signedIn = signIn("supervisor", WebFixture.PASSWORD);

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().getJsonObject("user")).isEqualTo(new JsonObject().put("id", 2)
                .put("login", "supervisor")
                .put("name", "The supervisor")
                .put("role", "supervisor")
                .put("extension", "2001"));
        assertThat(signedIn.header("Set-Cookie")).containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/", "Max-Age=43200");
        Answer session = web.anonymous().with("Cookie", cookie(signedIn)).get("/api/session");
        assertThat(session.json().getJsonObject("floor")).isEqualTo(new JsonObject()
                .put("clock", "2026-03-02T02:00:00.123456Z")
                .put("simulated_clock", true)
                .put("language", "zh-CN"));
    }

    @Test
    void onlyTheHashOfASessionsTokenIsStored() {
        String token = cookie(signIn("qa", WebFixture.PASSWORD)).split("=", 2)[1];

        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        assertThat(web.staff.sessions).containsKey(Tokens.hash(token)).doesNotContainKey(token);
    }

    @Test
    void unknownLoginAndWrongPasswordAreAnsweredAlike() {
        Answer unknown = signIn("nobody", WebFixture.PASSWORD);
        Answer wrong = signIn("supervisor", "wrong");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.response().headers().map().keySet()).isEqualTo(wrong.response().headers().map().keySet());
    }

    @Test
    void fiveFailuresInAMinuteShutTheDoorForThatLoginUntilTheMinuteIsOver() {
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(signIn("agent", "wrong").status()).isEqualTo(401);
        }

        Answer sixth = signIn("agent", WebFixture.PASSWORD);
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.header("Retry-After")).isEqualTo("60");
        assertThat(signIn("supervisor", WebFixture.PASSWORD).status()).as("another login").isEqualTo(200);
        web.clock.advance(Duration.ofSeconds(60));
        assertThat(signIn("agent", WebFixture.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void changingTheCaseOfALoginGainsNoFurtherGuesses() {
        for (int failure = 1; failure <= 5; failure++) {
            signIn("aGeNt", "wrong");
        }

        assertThat(signIn("agent", "wrong").status()).isEqualTo(429);
    }

    @Test
    void aSuccessForgivesTheFailuresBefore() {
        for (int failure = 1; failure <= 4; failure++) {
            signIn("agent", "wrong");
        }
        signIn("agent", WebFixture.PASSWORD);

        assertThat(signIn("agent", "wrong").status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        Client browser = web.anonymous().with("Cookie", cookie(signIn("agent", WebFixture.PASSWORD)));

        for (int i = 0; i < 4; i++) {
            web.clock.advance(Duration.ofHours(3).minusSeconds(1));
            used(browser);
        }
        web.clock.advance(Duration.ofSeconds(4));
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionThatNobodyUsesEndsAfterFourHours() {
        Client browser = web.as(Role.QA);

        web.clock.advance(Duration.ofHours(3));
        used(browser);
        web.clock.advance(Duration.ofHours(3));
        used(browser);
        web.clock.advance(Duration.ofHours(4));

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aPageThatIsOnlyOpenDoesNotUseTheSession() {
        Client browser = web.as(Role.ADMINISTRATOR);

        web.clock.advance(Duration.ofHours(3));
        for (String asked : List.of("session", "floor", "system/health", "campaigns", "trunks", "changes", "imports")) {
            assertThat(browser.get("/api/" + asked).status()).as(asked).isEqualTo(200);
        }
        web.clock.advance(Duration.ofHours(1));

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    /** The use is written beside the answer. */
    private void used(Client browser) {
        assertThat(browser.get("/api/dispositions").status()).isEqualTo(200);
        await().until(() -> web.staff.sessions.values()
                .stream()
                .anyMatch(session -> session.usedAt().equals(web.clock.instant())));
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Client browser = web.as(Role.AGENT);

        Answer signedOut = browser.send("DELETE", "/api/session", new byte[0]);

        assertThat(signedOut.status()).isEqualTo(204);
        assertThat(signedOut.header("Set-Cookie")).startsWith("callfloor_session=;").contains("Max-Age=0");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        web.staff.away = true;
        assertThat(browser.get("/api/session").status()).as("nor is it remembered").isEqualTo(503);
    }

    @Test
    void whoWasLetInLatelyMayGoOnWhileTheDirectoryIsAwayForAFewMinutes() {
        Client browser = web.as(Role.AGENT);
        browser.get("/api/session");

        web.staff.away = true;
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        web.clock.advance(Duration.ofMinutes(5));
        assertThat(browser.get("/api/session").status()).isEqualTo(503);
    }

    @Test
    void anAwayDirectoryIsNobodysFailure() {
        web.staff.away = true;
        for (int tries = 1; tries <= 6; tries++) {
            assertThat(signIn("agent", WebFixture.PASSWORD).status()).isEqualTo(503);
        }

        web.staff.away = false;
        assertThat(signIn("agent", WebFixture.PASSWORD).status()).isEqualTo(200);
    }

    private Answer signIn(String login, String password) {
        return web.anonymous()
                .post("/api/session",
                        new JsonObject().put("login", login).put("password", password).encode());
    }

    private static String cookie(Answer signedIn) {
        return signedIn.header("Set-Cookie").split(";", 2)[0];
    }
}
