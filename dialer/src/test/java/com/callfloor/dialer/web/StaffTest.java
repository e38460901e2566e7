package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StaffTest {
    private static final String GOOD = "kettle bridge forty";

    private WebFixture web;
    private Client administrator;

    @BeforeEach
    void start(@TempDir Path folder) {
        // Hashing a password takes long on a busy machine.
        web = new WebFixture(folder);
        administrator = web.as(Role.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void anAgentWhoIsHiredMaySignInAndIsOnTheFloorAtOnce() {
        Answer hired = administrator.post("/api/users", newAgent("li", "1007", GOOD));

        assertThat(hired.status()).isEqualTo(201);
        assertThat(hired.json().getString("extension")).isEqualTo("1007");
        assertThat(web.floor.asked).contains("agents changed");
        assertThat(signIn("li", GOOD).status()).isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongWithANewUserIsToldAtOnce() {
        Answer refused = administrator.post("/api/users", """
                {"login": "two words", "name": "", "role": "boss", "password": "aaaaaaaaaaaaa"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("field")))
                .containsExactlyInAnyOrder("login", "name", "role", "password");
    }

    @Test
    void aShortPasswordIsRefusedInWordsThatHelp() {
        Answer refused = administrator.post("/api/users", newAgent("li", "1007", "short"));

        assertThat(refused.text()).contains("12 to 200 characters", "three or four words");
    }

    @Test
    void aLoginAndAnExtensionBelongToOnePerson() {
        administrator.post("/api/users", newAgent("li", "1007", GOOD));

        assertThat(administrator.post("/api/users", newAgent("li", "1008", GOOD)).status()).isEqualTo(409);
        Answer phone = administrator.post("/api/users", newAgent("wang", "1007", GOOD));
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.text()).contains("li's already");
    }

    @Test
    void whoeverIsShutOutLosesTheirSessionsAndCannotComeBack() {
        long agent = web.user(Role.AGENT).id();

        Answer answer = administrator.put("/api/users/" + agent, """
                {"name": "The agent", "role": "agent", "extension": "1003", "disabled": true}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.as(Role.AGENT).get("/api/session").status()).isEqualTo(401);
        assertThat(signIn("agent", WebFixture.PASSWORD).status()).isEqualTo(401);
        assertThat(member(agent).getString("disabled_at")).isNotNull();
    }

    @Test
    void theLastAdministratorStaysOneAndNobodyShutsThemselvesOut() {
        long self = web.user(Role.ADMINISTRATOR).id();

        assertThat(administrator.put("/api/users/" + self, """
                {"name": "A", "role": "administrator", "disabled": true}""").text())
                .contains("Nobody disables themselves");
        assertThat(administrator.put("/api/users/" + self, """
                {"name": "A", "role": "qa"}""").text()).contains("last administrator");
        assertThat(administrator.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordFromTheAdministratorEndsTheSessionsUnderTheOldOne() {
        long agent = web.user(Role.AGENT).id();

        assertThat(administrator.post("/api/users/" + agent + "/password", "{\"password\": \"" + GOOD + "\"}")
                .status()).isEqualTo(204);

        assertThat(web.as(Role.AGENT).get("/api/session").status()).isEqualTo(401);
        assertThat(signIn("agent", GOOD).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorSeesWhereSomebodyIsSignedInAndEndsOneSession() {
        Client agent = web.as(Role.AGENT);
        String sessions = "/api/users/" + web.user(Role.AGENT).id() + "/sessions";
        Client administrator = web.as(Role.ADMINISTRATOR);

        JsonObject session = administrator.get(sessions).json().getJsonArray("items").getJsonObject(0);
        assertThat(session.getBoolean("current")).isFalse();
        assertThat(administrator.delete(sessions + "/" + session.getString("id")).status()).isEqualTo(204);

        assertThat(agent.get("/api/session").status()).isEqualTo(401);
        assertThat(administrator.delete(sessions + "/" + session.getString("id")).status()).isEqualTo(404);
    }

    @Test
    void onesOwnPasswordIsChangedByWhoeverKnowsTheOldOneAndTheSessionGoesOn() {
        Client agent = web.as(Role.AGENT);

        Answer wrong = agent.post("/api/session/password", change("guess"));
        Answer right = agent.post("/api/session/password", change(WebFixture.PASSWORD));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(right.status()).isEqualTo(204);
        assertThat(agent.get("/api/session").status()).isEqualTo(200);
        assertThat(signIn("agent", GOOD).status()).isEqualTo(200);
    }

    @Test
    void guessingTheOldPasswordFromAnOpenSessionIsSlowedDownLikeAnySignIn() {
        Client agent = web.as(Role.AGENT);
        for (int i = 0; i < 5; i++) {
            assertThat(agent.post("/api/session/password", change("guess")).status()).isEqualTo(422);
        }

        assertThat(agent.post("/api/session/password", change(WebFixture.PASSWORD)).status()).isEqualTo(429);
    }

    @Test
    void aTokenIsShownOnceAndIsWorthNothingOnceItIsRevoked() {
        String token = administrator.post("/api/tokens", "{\"name\": \"crm\"}").json().getString("token");
        Client crm = web.anonymous().with("Authorization", "Bearer " + token);

        assertThat(crm.get("/api/agents").status()).isEqualTo(200);
        assertThat(administrator.get("/api/tokens").text()).contains("crm").doesNotContain(token);
        assertThat(administrator.post("/api/tokens", "{\"name\": \"crm\"}").status()).isEqualTo(409);
        administrator.delete("/api/tokens/crm");
        assertThat(crm.get("/api/agents").status()).isEqualTo(401);
    }

    @Test
    void aReadOnlyTokenReadsAndChangesNothing() {
        String token = administrator.post("/api/tokens", "{\"name\": \"report\", \"read_only\": true}")
                .json()
                .getString("token");
        Client report = web.anonymous().with("Authorization", "Bearer " + token);

        assertThat(report.get("/api/agents").status()).isEqualTo(200);
        Answer refused = report.post("/api/payments", "[]");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("may only read");
    }

    @Test
    void noTraceOfAPasswordIsKeptToKnowTheRequestAgain() {
        administrator.with("Idempotency-Key", "hire-li").post("/api/users", newAgent("li", "1007", GOOD));

        assertThat(web.keys.count()).isZero();
    }

    private JsonObject member(long id) {
        return administrator.get("/api/users")
                .items()
                .stream()
                .map(JsonObject.class::cast)
                .filter(member -> member.getLong("id") == id)
                .findFirst()
                .orElseThrow();
    }

    private Answer signIn(String login, String password) {
        return web.anonymous()
                .post("/api/session", new JsonObject().put("login", login).put("password", password).encode());
    }

    private static String newAgent(String login, String extension, String password) {
        return new JsonObject().put("login", login)
                .put("name", "Li Na")
                .put("role", "agent")
                .put("extension", extension)
                .put("password", password)
                .encode();
    }

    private static String change(String current) {
        return new JsonObject().put("current", current).put("password", GOOD).encode();
    }
}
