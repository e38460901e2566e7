package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.quality.sampling.Candidates;
import com.callfloor.dialer.quality.sampling.Drawing;
import com.callfloor.dialer.quality.sampling.Sample;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A week of calls, five of one agent and two of another, and the sample of it. */
@ExtendWith(DatabaseExtension.class)
class SamplesIT {
    private static final String DRAW = "{\"week\":\"2026-11-25\",\"reviewers\":[\"qa\",\"supervisor\"]}";
    private final QualityFloor floor;

    SamplesIT(TestSchemas schemas, @TempDir Path folder) {
        floor = new QualityFloor(schemas, folder);
    }

    @BeforeEach
    void aWeek() throws LedgerUnavailable {
        AgentId other = floor.books.agent("other", "1009");
        for (int i = 0; i < 5; i++) {
            floor.calls.talked(floor.agent, Duration.ofSeconds(10 + 20 * i));
        }
        floor.calls.talked(other, Duration.ofMinutes(1));
        floor.calls.talked(other, Duration.ofMinutes(1));
        floor.books.database.jdbi()
                .useHandle(handle -> handle.execute("""
                        UPDATE attempts SET disposition = 'complaint', disposed_at = ended_at
                        WHERE agent_id = 1 ORDER BY id LIMIT 1"""));
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    private Answer draw() {
        return floor.web.as(Role.QA).post("/api/quality/samples", DRAW);
    }

    private void theWeekIsOver() {
        floor.clock.pass(Duration.ofDays(7));
    }

    @Test
    void aWeekIsDrawnOnceWhenItIsOver() {
        assertThat(draw().detail()).contains("is not over");
        theWeekIsOver();

        Answer drawn = draw();

        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.json().getString("week")).isEqualTo("2026-11-23");
        assertThat(drawn.json().getInteger("candidates")).isEqualTo(7);
        assertThat(drawn.json().getJsonArray("picks")).hasSize(5);
        assertThat(drawn.json().getBoolean("reproduces")).isTrue();
        assertThat(draw().status()).isEqualTo(409);
        assertThat(floor.web.as(Role.AUDITOR).get("/api/quality/samples").items()).hasSize(1);
    }

    @Test
    void theReasonsAreKeptWithThePickAndTheCandidates() {
        theWeekIsOver();
        long id = draw().json().getLong("id");

        String kept = new SqlSampleBook(floor.books.database).candidates(id);

        assertThat(kept.lines().findFirst()).get()
                .asString()
                .endsWith(" 1 12 complaint,short_conversation,new_agent");
        assertThat(floor.web.as(Role.AUDITOR).get("/api/quality/samples/" + id).json().getJsonArray("picks"))
                .allSatisfy(pick -> assertThat(((JsonObject) pick).getJsonArray("reasons")).contains("new_agent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE quality_samples SET seed = :other",
            "UPDATE quality_samples SET candidates = REPLACE(candidates, 'complaint', '-') WHERE :other <> ''",
            "DELETE FROM quality_picks WHERE :other <> '' ORDER BY id LIMIT 1"})
    void whoTampersWithPickCandidateOrSeedIsFound(String change) {
        theWeekIsOver();
        long id = draw().json().getLong("id");
        String other = seedThatDrawsOthers(id);

        floor.books.database.jdbi().useHandle(handle -> handle.createUpdate(change).bind("other", other).execute());

        assertThat(floor.web.as(Role.AUDITOR)
                .get("/api/quality/samples/" + id)
                .json()
                .getBoolean("reproduces")).isFalse();
    }

    /** Many another seed leaves out the same two calls of the seven, and nobody could tell. */
    private String seedThatDrawsOthers(long id) {
        var book = new SqlSampleBook(floor.books.database);
        var candidates = Candidates.parse(book.candidates(id));
        Sample sample = book.byId(id).orElseThrow();
        Set<AttemptId> kept = sample.picks().stream().map(Sample.Pick::call).collect(Collectors.toSet());
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj("%032d"::formatted)
                .filter(seed -> Drawing.draw(seed, candidates, sample.perAgent())
                        .stream()
                        .anyMatch(drawn -> !kept.contains(drawn.call())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void picksAreGivenInTurnAndDoneByTheirReview() {
        theWeekIsOver();
        draw();

        var mine = floor.web.as(Role.QA).get("/api/quality/assignments").items();
        assertThat(mine).hasSize(3);
        assertThat(floor.web.as(Role.QA).get("/api/quality/assignments?everybody=true").items()).hasSize(5);
        AttemptId call = AttemptId.parse(mine.getJsonObject(0).getString("recording")).orElseThrow();
        long review = floor.reviewed(Role.QA, call, Map.of());

        assertThat(floor.web.as(Role.QA).get("/api/quality/assignments").items()).hasSize(2);
        var done = floor.web.as(Role.QA).get("/api/quality/assignments?done=true").items();
        assertThat(done).hasSize(1);
        assertThat(done.getJsonObject(0).getLong("review")).isEqualTo(review);
    }

    @Test
    void reviewersAreKnownToOneAnotherByNameAndSignInOnly() {
        floor.web.user(Role.QA);
        floor.web.user(Role.SUPERVISOR);
        floor.web.user(Role.AGENT);

        assertThat(floor.web.as(Role.QA).get("/api/quality/reviewers").items()).contains(
                new JsonObject().put("login", "qa").put("name", "The qa"),
                new JsonObject().put("login", "supervisor").put("name", "The supervisor"))
                .noneMatch(each -> ((JsonObject) each).getString("login").equals("agent"));
        assertThat(floor.web.as(Role.AUDITOR).get("/api/quality/reviewers").status()).isEqualTo(403);
    }

    @Test
    void onlyReviewersAreGivenWork() {
        theWeekIsOver();

        Answer answer = floor.web.as(Role.QA)
                .post("/api/quality/samples", "{\"week\":\"2026-11-23\",\"reviewers\":[\"agent\"]}");

        assertThat(answer.fields()).containsExactly("reviewers");
    }

    @Test
    void whoIsLimitedToALenderOrATeamIsToldOfItsCallsOnly() {
        theWeekIsOver();
        long qa = floor.web.user(Role.QA).id();
        String lender = floor.books.one(String.class, "SELECT MAX(lender) FROM cases");
        long team = new SqlTeamBook(floor.books.database).make("North").orElseThrow().id();
        new SqlTeamBook(floor.books.database).place(floor.agent.value(), team);

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of("another lender"), Set.of()));
        JsonObject drawn = draw().json();

        assertThat(drawn.getJsonArray("picks")).isEmpty();
        assertThat(drawn.getBoolean("reproduces")).isTrue();
        assertThat(told(drawn)).isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/assignments?everybody=true").items()).isEmpty();

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of(lender), Set.of(team)));
        assertThat(told(drawn)).isNotEmpty()
                .allSatisfy(pick -> assertThat(((JsonObject) pick).getJsonObject("agent").getLong("id")).isEqualTo(1));
        assertThat(floor.web.as(Role.QA).get("/api/quality/assignments?everybody=true").items())
                .hasSameSizeAs(told(drawn));
        assertThat(told(drawn).size())
                .isLessThan(floor.web.as(Role.AUDITOR)
                        .get("/api/quality/samples/" + drawn.getLong("id"))
                        .json()
                        .getJsonArray("picks")
                        .size());
    }

    private JsonArray told(JsonObject sample) {
        return floor.web.as(Role.QA)
                .get("/api/quality/samples/" + sample.getLong("id"))
                .json()
                .getJsonArray("picks");
    }
}
