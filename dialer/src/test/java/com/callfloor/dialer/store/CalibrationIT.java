package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.quality.card.Answer.No;
import com.callfloor.dialer.quality.card.Answer.Points;
import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.web.testing.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** QA leads a session in which QA and a supervisor score one call. */
@ExtendWith(DatabaseExtension.class)
class CalibrationIT {
    private final QualityFloor floor;
    private AttemptId call;
    private long session;

    CalibrationIT(TestSchemas schemas, @TempDir Path folder) {
        floor = new QualityFloor(schemas, folder);
    }

    @BeforeEach
    void aSession() throws LedgerUnavailable {
        call = floor.calls.talked(floor.agent, Duration.ofMinutes(2));
        session = floor.web.as(Role.QA)
                .post("/api/quality/calibrations", new JsonObject().put("recording", call.toString())
                        .put("card", "debtor")
                        .put("reviewers", new JsonArray().add("qa").add("supervisor"))
                        .encode())
                .json()
                .getLong("id");
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    private JsonObject seen(Role by) {
        return floor.web.as(by).get("/api/quality/calibrations/" + session).json();
    }

    private JsonObject seat(Role by, String name) {
        return seen(by).getJsonArray("reviewers")
                .stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getJsonObject("reviewer").getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer score(Role by, Map<String, com.callfloor.dialer.quality.card.Answer> otherwise) {
        long review = seat(by, "The " + by.code()).getLong("review");
        floor.web.as(by)
                .with("Content-Type", "application/json")
                .send("PUT", "/api/quality/reviews/" + review,
                        QualityFloor.answers(otherwise).toBuffer().getBytes());
        return floor.web.as(by).send("POST", "/api/quality/reviews/" + review + "/submission", new byte[0]);
    }

    @Test
    void nobodySeesTheOthersBeforeAllAreIn() {
        assertThat(score(Role.QA, Map.of()).status()).isEqualTo(200);

        JsonObject blind = seat(Role.SUPERVISOR, "The qa");
        assertThat(blind.getBoolean("scored")).isTrue();
        assertThat(blind.getValue("result")).isNull();
        assertThat(blind.getValue("answers")).isNull();
        assertThat(seen(Role.SUPERVISOR).getValue("agreement")).isNull();
        long review = seat(Role.QA, "The qa").getLong("review");
        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/reviews/" + review).status()).isEqualTo(404);

        score(Role.SUPERVISOR, Map.of("identifies", new No(), "courteous", new Points(2)));

        JsonObject open = seen(Role.AUDITOR);
        assertThat(open.getBoolean("revealed")).isTrue();
        assertThat(open.getJsonObject("agreement").getDouble("alpha_nominal")).isBetween(-1.0, 1.0);
        assertThat(seat(Role.SUPERVISOR, "The qa").getJsonObject("result").getDouble("score")).isEqualTo(100.0);
    }

    @Test
    void whoHasNotScoredWhenItIsClosedCannotAnyMore() {
        score(Role.QA, Map.of());

        assertThat(floor.web.as(Role.SUPERVISOR)
                .send("POST", "/api/quality/calibrations/" + session + "/closing", new byte[0])
                .status()).isEqualTo(409);
        assertThat(floor.web.as(Role.QA)
                .send("POST", "/api/quality/calibrations/" + session + "/closing", new byte[0])
                .json()
                .getBoolean("revealed")).isTrue();

        assertThat(score(Role.SUPERVISOR, Map.of()).detail()).contains("is closed");
    }

    @Test
    void itsDraftsAreAmongTheReviewersOwnUntilItIsClosed() {
        String drafts = "/api/quality/reviews?mine=true&state=draft";
        var mine = floor.web.as(Role.SUPERVISOR).get(drafts).items();
        assertThat(mine).hasSize(1);
        assertThat(mine.getJsonObject(0).getLong("id"))
                .isEqualTo(seat(Role.SUPERVISOR, "The supervisor").getLong("review"));
        assertThat(mine.getJsonObject(0).getLong("calibration")).isEqualTo(session);
        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/reviews").items()).isEmpty();

        floor.web.as(Role.QA).send("POST", "/api/quality/calibrations/" + session + "/closing", new byte[0]);

        assertThat(floor.web.as(Role.SUPERVISOR).get(drafts).items()).isEmpty();
    }

    @Test
    void itIsNotTheAgentsBusinessAndCountsForNobody() {
        score(Role.QA, Map.of());
        score(Role.SUPERVISOR, Map.of());

        assertThat(floor.web.as(Role.AGENT).get("/api/agents/me/reviews").items()).isEmpty();
        assertThat(floor.web.as(Role.QA)
                .get("/api/quality/trends?from=2026-11-20T00:00:00Z&to=2026-11-30T00:00:00Z")
                .items()).isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/search?reviewed=true").items()).isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/agreement?card=debtor").json().getInteger("sessions"))
                .isEqualTo(1);
    }

    @Test
    void agreementCountsOnlySessionsAboutCallsThatTheCallerMayHear() {
        score(Role.QA, Map.of());
        score(Role.SUPERVISOR, Map.of());
        long supervisor = floor.web.user(Role.SUPERVISOR).id();
        String agreement = "/api/quality/agreement?card=debtor";
        assertThat(floor.web.as(Role.SUPERVISOR).get(agreement).json().getInteger("sessions")).isEqualTo(1);

        floor.web.teams.limits.put(supervisor, new ListeningLimits(Set.of("another lender"), Set.of()));

        assertThat(floor.web.as(Role.SUPERVISOR).get(agreement).json().getInteger("sessions")).isZero();
        assertThat(floor.web.as(Role.QA).get(agreement).json().getInteger("sessions")).isEqualTo(1);
    }

    @Test
    void whoMayNotHearTheCallIsNotToldOfTheSession() {
        long supervisor = floor.web.user(Role.SUPERVISOR).id();
        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/calibrations").items()).hasSize(1);

        floor.web.teams.limits.put(supervisor, new ListeningLimits(Set.of("another lender"), Set.of()));

        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/calibrations").items()).isEmpty();
        assertThat(floor.web.as(Role.SUPERVISOR).get("/api/quality/calibrations/" + session).status()).isEqualTo(403);
        assertThat(floor.web.accesses.noted).singleElement().satisfies(noted -> {
            assertThat(noted.kind()).isEqualTo(AccessBook.Kind.LOOK);
            assertThat(noted.refused()).contains("other lenders");
        });
    }
}
