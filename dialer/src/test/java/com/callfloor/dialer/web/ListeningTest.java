package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who hears what, and what is noted of it. */
class ListeningTest {
    private static final String RECORDING = "/api/recordings/" + Samples.attempt(2);
    private static final String AUDIO = RECORDING + "/audio";

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
        web.recordings.recordings.add(Samples.recording(2, "stored"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aPlayIsNotedOnceHoweverOftenItsListenerSeeks() {
        var listener = web.as(Role.QA);
        for (int from = 0; from < 200_000; from += 50_000) {
            assertThat(listener.with("Range", "bytes=" + from + "-" + (from + 999)).get(AUDIO).status()).isEqualTo(206);
        }

        assertThat(web.accesses.noted).hasSize(1);
        JsonObject access = web.as(Role.AUDITOR).get(RECORDING + "/accesses").items().getJsonObject(0);
        assertThat(access.getString("login")).isEqualTo("qa");
        assertThat(access.getString("role")).isEqualTo("qa");
        assertThat(access.getString("kind")).isEqualTo("play");
        assertThat(access.getString("address")).isEqualTo("127.0.0.1");
        assertThat(access.getLong("from_byte")).isZero();
        assertThat(access.getLong("to_byte")).isGreaterThanOrEqualTo(999);
    }

    @Test
    void aListeningAfterAPauseAnotherSessionAndAnotherPersonAreNotedAnew() {
        web.as(Role.QA).get(AUDIO);
        web.program(Role.QA).get(AUDIO);
        web.as(Role.SUPERVISOR).get(AUDIO);
        assertThat(web.accesses.noted).hasSize(3);

        web.clock.advance(Duration.ofMinutes(11));
        web.as(Role.QA).get(AUDIO);

        assertThat(web.accesses.noted).hasSize(4);
    }

    @Test
    void whatCannotBeNotedIsNotHeard() {
        web.accesses.away = true;

        Answer whole = web.as(Role.QA).get(AUDIO);
        Answer part = web.as(Role.QA).with("Range", "bytes=5-9").get(AUDIO);

        assertThat(whole.status()).isEqualTo(503);
        assertThat(part.status()).isEqualTo(503);
        assertThat(part.header("Content-Range")).isEmpty();
        web.accesses.away = false;
        assertThat(web.as(Role.QA).get(AUDIO).status()).isEqualTo(200);
    }

    @Test
    void askingForTheSizeAloneIsNoPlay() {
        web.as(Role.QA).send("HEAD", AUDIO, new byte[0]);

        assertThat(web.accesses.noted).isEmpty();
    }

    @Test
    void aDownloadNeedsAReasonThatIsNoted() {
        assertThat(web.as(Role.QA).get(AUDIO + "?download=true").status()).isEqualTo(400);
        assertThat(web.as(Role.QA).get(AUDIO + "?download=true&reason=why").text()).contains("10 to 1000 characters");
        assertThat(web.accesses.noted).isEmpty();

        Answer taken = web.as(Role.QA).get(AUDIO + "?download=true&reason=Complaint%20of%20the%20debtor");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.header("Content-Disposition")).contains(Samples.attempt(2).toString());
        assertThat(web.accesses.noted).extracting(Access::reason).containsExactly("Complaint of the debtor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERVISOR", "QA", "INTEGRATION"})
    void ofOtherLendersNothingIsHeardListedOrSaid(String name) {
        Role role = Role.valueOf(name);
        limit(role, new ListeningLimits(Set.of("Another Bank"), Set.of()));

        assertThat(web.program(role).get(AUDIO).status()).isEqualTo(403);
        assertThat(web.program(role).get(RECORDING).status()).isEqualTo(403);
        assertThat(web.program(role).get("/api/recordings").items()).isEmpty();

        limit(role, new ListeningLimits(Set.of("Lender"), Set.of()));
        assertThat(web.program(role).get(AUDIO).status()).isEqualTo(200);
        assertThat(web.program(role).get("/api/recordings").items()).hasSize(1);
    }

    @Test
    void aRefusedTryStandsWithTheRecording() {
        limit(Role.SUPERVISOR, new ListeningLimits(Set.of(), Set.of(3L)));

        assertThat(web.as(Role.SUPERVISOR).get(AUDIO).json().getString("detail")).contains("other teams");
        web.as(Role.SUPERVISOR).get(AUDIO);

        for (String look : List.of("", "/accesses", "/waveform")) {
            assertThat(web.as(Role.SUPERVISOR).get(RECORDING + look).status()).isEqualTo(403);
        }
        Answer seen = web.as(Role.AUDITOR).get(RECORDING + "/accesses");
        assertThat(seen.items()).hasSize(2);
        assertThat(seen.items())
                .allSatisfy(each -> assertThat(((JsonObject) each).getString("refused")).contains("other teams"))
                .extracting(each -> ((JsonObject) each).getString("kind"))
                .containsExactly("look", "play");
    }

    @Test
    void theListOfCallsSaysNothingOfRecordingsOfOthers() {
        web.archive.calls.add(Samples.call(2));
        limit(Role.SUPERVISOR, new ListeningLimits(Set.of("Another Bank"), Set.of()));

        assertThat(web.as(Role.SUPERVISOR).get("/api/calls").items().getJsonObject(0).getValue("recording")).isNull();
        assertThat(web.as(Role.QA).get("/api/calls").items().getJsonObject(0).getString("recording"))
                .isEqualTo("stored");
    }

    @Test
    void agentsHearTheirOwnCallsOnly() {
        web.recordings.recorded = new Recorded("Lender", web.user(Role.AGENT).id(), null);
        assertThat(web.program(Role.AGENT).get(AUDIO).status()).isEqualTo(200);
        assertThat(web.program(Role.AGENT).get("/api/recordings").items()).hasSize(1);

        web.recordings.recorded = new Recorded("Lender", 99L, null);
        assertThat(web.program(Role.AGENT).get(AUDIO).status()).isEqualTo(403);
        assertThat(web.program(Role.AGENT).get("/api/recordings").items()).isEmpty();
    }

    @Test
    void anAdministratorMakesTeamsAndLimitsListenersToThem() {
        var admin = web.program(Role.ADMINISTRATOR);
        long agent = web.user(Role.AGENT).id();
        long qa = web.user(Role.QA).id();
        assertThat(admin.post("/api/teams", "{\"name\":\"North\"}").status()).isEqualTo(201);
        assertThat(admin.post("/api/teams", "{\"name\":\"North\"}").status()).isEqualTo(409);

        Answer placed = put(admin, "/api/users/" + agent + "/team", "{\"team\":\"North\"}");
        Answer limited = put(admin, "/api/users/" + qa + "/listening",
                "{\"lenders\":[\"Lender\"],\"teams\":[\"North\"]}");

        assertThat(placed.json().getString("team")).isEqualTo("North");
        assertThat(limited.json().getJsonObject("listening").getJsonArray("teams")).containsExactly("North");
        assertThat(admin.get("/api/teams").items().getJsonObject(0).getInteger("members")).isEqualTo(1);
        assertThat(admin.get("/api/users").items()).hasSize(Role.values().length);
        assertThat(put(admin, "/api/users/" + agent + "/team", "{\"team\":\"South\"}").text())
                .contains("there is no team 'South'");
        assertThat(put(admin, "/api/users/999/team", "{\"team\":\"North\"}").status()).isEqualTo(404);
    }

    private static Answer put(Client client, String path, String json) {
        return client.with("Content-Type", "application/json").send("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatARecordingLooksLikeAndALiveLineAreForThoseWhoMayHearThem() {
        limit(Role.SUPERVISOR, new ListeningLimits(Set.of("Another"), Set.of()));

        assertThat(web.as(Role.SUPERVISOR).get(RECORDING + "/waveform").status()).isEqualTo(403);
        Answer live = web.as(Role.SUPERVISOR).post("/api/agents/7/listen", "{\"mode\": \"listen\"}");
        assertThat(live.status()).isEqualTo(403);
        assertThat(live.text()).contains("every lender's calls");
        assertThat(web.floor.asked).isEmpty();
    }

    private void limit(Role role, ListeningLimits limits) {
        web.teams.limits.put(web.user(role).id(), limits);
    }
}
