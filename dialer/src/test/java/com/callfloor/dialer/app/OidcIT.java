package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.local.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in by an OpenID provider that speaks the real protocol over HTTP, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {
    private final MockOAuth2Server provider = new MockOAuth2Server(
            OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
    private final FreePorts ports = new FreePorts(new Random());
    private WholeFloor floor;
    private Chromium chromium;
    private Page page;

    @BeforeAll
    void start() throws Exception {
        int issuer = ports.next();
        provider.start(InetAddress.getLoopbackAddress(), issuer);
        int port = ports.next();
        var settings = Map.of("FLOOR_WEB_PORT", Integer.toString(port), "FLOOR_WEB_PUBLIC_URL",
                "http://127.0.0.1:" + port, "FLOOR_WEB_SIGN_IN_PASSWORDS", "false", "FLOOR_WEB_SIGN_IN_EMERGENCY",
                "[admin]", "FLOOR_WEB_SIGN_IN_OIDC_NAME", "Company login", "FLOOR_WEB_SIGN_IN_OIDC_ISSUER",
                "http://127.0.0.1:" + issuer + "/floor", "FLOOR_WEB_SIGN_IN_OIDC_GROUPS", """
                        [{group: floor-qa, role: qa, team: North, lenders: [Harbour Bank]},
                         {group: floor-admins, role: administrator, team: "", lenders: []}]""");
        floor = WholeFloor.open(new FloorPlan("oidc", 1, Debtors.numberedFrom(890)
                .with("nobody",
                        new Tone(Duration.ofMillis(500), Duration.ofSeconds(5), 440)),
                settings));
        chromium = new Chromium();
    }

    @BeforeEach
    void window() {
        page = chromium.page();
    }

    @AfterAll
    void stop() {
        chromium.close();
        floor.close();
        provider.shutdown();
        ports.close();
    }

    @Test
    void whoIsInAGroupComesInIsMadeAndIsGivenWhatTheGroupGives() throws Exception {
        signIn("mei", "{\"preferred_username\": \"mei\", \"name\": \"Mei Lin\", \"groups\": [\"floor-qa\"]}");

        page.waitForURL("**/recordings");
        JsonNode mei = user("mei");
        assertThat(mei.path("role").asText()).isEqualTo("qa");
        assertThat(mei.path("name").asText()).isEqualTo("Mei Lin");
        assertThat(mei.path("team").asText()).isEqualTo("North");
        assertThat(mei.at("/listening/lenders/0").asText()).isEqualTo("Harbour Bank");
        assertThat(admin().get("/api/audit?operation=PROVIDER_ANSWER").path("items").findValuesAsText("status"))
                .contains("200");

        // The same person with another login later; and another person with the same login never.
        page.context().clearCookies();
        signIn("mei", "{\"preferred_username\": \"mei.lin\", \"name\": \"Mei\", \"groups\": [\"floor-admins\"]}");
        page.waitForURL("**/floor");
        assertThat(user("mei").path("role").asText()).isEqualTo("administrator");
        page.context().clearCookies();
        signIn("impostor", "{\"preferred_username\": \"mei\", \"name\": \"Mei\", \"groups\": [\"floor-admins\"]}");
        page.waitForURL("**/sign-in?problem=somebody_elses");
    }

    @Test
    void signingOutEndsBothSessions() {
        signIn("chen", "{\"preferred_username\": \"chen\", \"groups\": [\"floor-qa\"]}");
        page.waitForURL("**/recordings");

        var request = page.waitForRequest("**/endsession?*",
                () -> page.locator("[data-test='sign-out']").click());

        assertThat(request.url()).contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(page.request().get(floor.dialer.address + "/api/session").status()).isEqualTo(401);
    }

    @Test
    void whoMayNotComeInIsToldWhy() throws Exception {
        signIn("visitor", "{\"preferred_username\": \"visitor\", \"groups\": [\"canteen\"]}");
        page.waitForURL("**/sign-in?problem=no_group");
        assertThat(page.locator("[data-test='failure']").innerText()).contains("None of your groups");

        signIn("wu", "{\"preferred_username\": \"wu\", \"groups\": [\"floor-qa\"]}");
        page.waitForURL("**/recordings");
        JsonNode wu = user("wu");
        admin().put("/api/users/" + wu.path("id").asText(),
                Map.of("name", "Wu", "role", "qa", "disabled", true));
        page.context().clearCookies();
        signIn("wu", "{\"preferred_username\": \"wu\", \"groups\": [\"floor-qa\"]}");
        page.waitForURL("**/sign-in?problem=disabled");

        page.context().clearCookies();
        signIn("thief", "{\"preferred_username\": \"admin\", \"groups\": [\"floor-admins\"]}");
        page.waitForURL("**/sign-in?problem=somebody_elses");
    }

    @Test
    void onlyTheEmergencyAccountHasAPassword() throws Exception {
        HttpResponse<String> refused = new ApiClient(floor.dialer.address, "X-Nobody", "yet").post("/api/session",
                Map.of("login", "supervisor", "password", floor.passwordOf("supervisor")));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(admin().get("/api/session").at("/user/login").asText()).isEqualTo("admin");
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForIsWorthNothing() throws Exception {
        URI answer = floor.dialer.address.resolve("/api/sign-in/provider/answer?code=stolen&state=guessed");
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> told = http.send(HttpRequest.newBuilder(answer).build(), BodyHandlers.ofString());

            assertThat(told.statusCode()).isEqualTo(302);
            assertThat(told.headers().firstValue("Location")).contains("/sign-in?problem=expired");

            HttpResponse<String> begun = http.send(
                    HttpRequest.newBuilder(floor.dialer.address.resolve("/api/sign-in/provider")).build(),
                    BodyHandlers.ofString());
            String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            assertThat(begun.headers().firstValue("Location").orElseThrow()).contains("code_challenge_method=S256",
                    "nonce=", "state=");
            HttpResponse<String> forged = http.send(HttpRequest.newBuilder(answer).header("Cookie", cookie).build(),
                    BodyHandlers.ofString());
            assertThat(forged.headers().firstValue("Location")).contains("/sign-in?problem=refused");
        }
    }

    private void signIn(String subject, String claims) {
        page.navigate(floor.dialer.address.resolve("/sign-in").toString());
        page.locator("[data-test='provider']").click();
        page.locator("input[name='username']").fill(subject);
        page.locator("textarea[name='claims']").fill(claims);
        page.locator("input[type='submit'], button[type='submit']").first().click();
    }

    private ApiClient admin() throws IOException, InterruptedException {
        return ApiClient.signedIn(floor.dialer.address, "admin", floor.passwordOf("admin"));
    }

    private JsonNode user(String login) throws IOException, InterruptedException {
        for (JsonNode user : admin().get("/api/users").path("items")) {
            if (user.path("login").asText().equals(login)) {
                return user;
            }
        }
        throw new AssertionError("nobody is called " + login);
    }
}
