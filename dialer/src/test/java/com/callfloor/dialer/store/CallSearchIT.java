package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.quality.card.Answer.Yes;
import com.callfloor.dialer.quality.search.CallSearch.Wanted;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.staff.ListeningLimits;
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

/** Three calls a minute apart, of 30 s, 60 s and 90 s; the second was reviewed and failed by a threat. */
@ExtendWith(DatabaseExtension.class)
class CallSearchIT {
    private static final String QUESTIONS = """
            limit=10 | 321
            case=C2 | 2
            case=C9 |
            debtor=D3 | 3
            agent=1 | 21
            campaign=default | 321
            campaign=none |
            disposition=complaint | 3
            length_from_ms=60000 | 32
            length_from_ms=40000&length_to_ms=60000 | 2
            from=2026-11-23T04:01:00Z | 32
            from=2026-11-23T04:01:00Z&to=2026-11-23T04:02:00Z | 2
            score_to=0 | 2
            score_from=1 |
            reviewed=true | 2
            reviewed=false | 31
            reviewed=false&agent=1 | 1
            flaw=agent_silent | 1
            flaw=agentxsilent |
            phrase=forbidden |
            """;
    private final QualityFloor floor;
    private AttemptId first;
    private AttemptId second;
    private AttemptId third;

    CallSearchIT(TestSchemas schemas, @TempDir Path folder) {
        floor = new QualityFloor(schemas, folder);
    }

    @BeforeEach
    void threeCalls() throws LedgerUnavailable {
        first = floor.calls.talked(floor.agent, Duration.ofSeconds(30));
        second = floor.calls.talked(floor.agent, Duration.ofSeconds(60));
        third = floor.calls.talked(floor.books.agent("other", "1009"), Duration.ofSeconds(90));
        floor.reviewed(Role.QA, second, Map.of("threat", new Yes()));
        floor.books.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE attempts SET disposition = 'complaint', disposed_at = ended_at WHERE id = ?",
                    third.toString());
            handle.execute("UPDATE recordings SET flaws = '[\"agent_silent\"]' WHERE attempt_id = ?", first.toString());
        });
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    private String places(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> ids = List.of(first.toString(), second.toString(), third.toString());
        StringBuilder places = new StringBuilder();
        answer.items()
                .forEach(item -> places.append(ids.indexOf(((JsonObject) item).getString("recording")) + 1));
        return places.toString();
    }

    @Test
    void callsAreFoundByWhatIsKnownOfThem() {
        QUESTIONS.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            assertThat(places(floor.web.as(Role.QA).get("/api/quality/search?" + parts[0].strip()))).as(line)
                    .isEqualTo(parts[1].strip());
        });
    }

    @Test
    void aNumberIsAskedForInTheBodyOnly() {
        String number = Books.mobile(2).e164();
        var qa = floor.web.as(Role.QA);

        assertThat(places(qa.post("/api/quality/search", "{\"number\":\"" + number + "\"}"))).isEqualTo("2");
        assertThat(places(qa.post("/api/quality/search?agent=9", "{\"number\":\"" + number + "\"}"))).isEmpty();
        assertThat(qa.get("/api/quality/search?number=1").status()).isEqualTo(400);
        assertThat(qa.post("/api/quality/search", "{\"number\":\"12\"}").fields()).containsExactly("number");
    }

    @Test
    void whoIsLimitedToALenderFindsOnlyItsCallsAndReviews() {
        long qa = floor.web.user(Role.QA).id();
        String lender = floor.books.one(String.class, "SELECT MAX(lender) FROM cases");

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of(lender), Set.of()));
        assertThat(places(floor.web.as(Role.QA).get("/api/quality/search"))).isEqualTo("321");
        assertThat(floor.web.as(Role.QA).get("/api/quality/reviews").items()).hasSize(1);

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of("another lender"), Set.of()));
        assertThat(places(floor.web.as(Role.QA).get("/api/quality/search"))).isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/reviews?agent=1").items()).isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/reviews/1").status()).isEqualTo(403);
        assertThat(floor.web.as(Role.QA).get("/api/recordings/" + first + "/transcript").status()).isEqualTo(403);
        assertThat(floor.web.as(Role.QA).get("/api/recordings/" + first + "/phrases").status()).isEqualTo(403);

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of(), Set.of(77L)));
        assertThat(places(floor.web.as(Role.QA).get("/api/quality/search"))).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        Answer page = floor.web.as(Role.QA).get("/api/quality/search?limit=2");

        assertThat(places(page)).isEqualTo("32");
        assertThat(places(floor.web.as(Role.QA)
                .get("/api/quality/search?limit=2&after=" + page.json().getString("next")))).isEqualTo("1");
    }

    @Test
    void trendsCountOnlyReviewsOfCallsThatTheReaderMayHear() {
        String trends = "/api/quality/trends?from=2026-11-20T00:00:00Z&to=2026-11-30T00:00:00Z";
        long qa = floor.web.user(Role.QA).id();
        assertThat(floor.web.as(Role.QA).get(trends).items()).hasSize(1);

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of("another lender"), Set.of()));
        assertThat(floor.web.as(Role.QA).get(trends).items()).isEmpty();

        floor.web.teams.limits.put(qa, new ListeningLimits(Set.of(), Set.of(77L)));
        assertThat(floor.web.as(Role.QA).get(trends + "&agent=1").items()).isEmpty();
    }

    @Test
    void trendsCountTheReview() {
        JsonObject group = floor.web.as(Role.AUDITOR)
                .get("/api/quality/trends?by=agent_week&from=2026-11-20T00:00:00Z&to=2026-11-30T00:00:00Z")
                .items()
                .getJsonObject(0);

        assertThat(group.getInteger("reviews")).isEqualTo(1);
        assertThat(group.getDouble("mean_score")).isZero();
        assertThat(group.getInteger("failed")).isEqualTo(1);
        assertThat(group.getString("week")).isEqualTo("2026-11-23");
    }

    /** Whichever way is asked, no statement reads a whole table or sorts what it read. */
    @Test
    void everyWayToAskHasAnIndexInTheOrderOfTheAnswer() {
        var none = new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        floor.books.database.jdbi().useHandle(QualityCopies::many);

        assertThat(keyOf(none)).isEqualTo("PRIMARY");
        assertThat(keyOf(with(none, Optional.of("C1"), Optional.empty(), Optional.empty()))).isEqualTo(
                "attempts_of_case");
        assertThat(keyOf(with(none, Optional.empty(), Optional.of(1L), Optional.empty()))).isEqualTo(
                "attempts_of_agent");
        assertThat(keyOf(with(none, Optional.empty(), Optional.empty(), Optional.of(Disposition.COMPLAINT))))
                .isEqualTo("attempts_by_disposition");
    }

    private static Wanted with(Wanted none, Optional<String> caseRef, Optional<Long> agent,
            Optional<Disposition> disposition) {
        return new Wanted(caseRef, none.debtorRef(), none.number(), agent, none.campaign(), disposition,
                none.lengthFrom(), none.lengthTo(), none.from(), none.to(), none.scoreFrom(), none.scoreTo(),
                none.reviewed(), none.flaw(), none.phrase());
    }

    private String keyOf(Wanted wanted) {
        return floor.books.database.jdbi().withHandle(handle -> {
            var asked = SqlCallSearch.ask(handle, wanted, Optional.empty()).orElseThrow();
            var plan = handle.createQuery("EXPLAIN FORMAT=TRADITIONAL " + asked.sql(Scope.ALL))
                    .bindMap(asked.values)
                    .bind("limit", 51)
                    .mapToMap()
                    .list();
            assertThat(plan).as(wanted.toString())
                    .noneMatch(step -> String.valueOf(step.get("extra")).contains("filesort"))
                    .noneMatch(step -> "ALL".equals(step.get("type")));
            return plan.stream()
                    .filter(step -> "a".equals(step.get("table")))
                    .map(step -> String.valueOf(step.get("key")))
                    .findFirst()
                    .orElse("");
        });
    }
}
