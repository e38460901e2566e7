package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.quality.ShippedQuality;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.sampling.SampleDesk;
import com.callfloor.dialer.quality.sampling.TalkFiguresBook;
import com.callfloor.dialer.quality.speech.SpeechDesk;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.web.QualityParts;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** QA's API over real books. */
final class QualityFloor implements AutoCloseable {
    static final Duration APPEALS = Duration.ofDays(7);

    final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    final Books books;
    final QualityCalls calls;
    final AgentId agent = new AgentId(1);
    final WebFixture web;

    QualityFloor(TestSchemas schemas, Path folder) {
        books = new Books(schemas.migrated(clock));
        var staff = new SqlStaffDirectory(books.database);
        // As the fixture numbers them: the agent is 1.
        for (Role role : Role.values()) {
            staff.save(role.code(), "The " + role.code(), role, null, null);
        }
        calls = new QualityCalls(books, clock);
        web = new WebFixture(folder, parts());
        web.recordings.knowsAll = true;
    }

    private QualityParts parts() {
        var database = books.database;
        return new QualityParts(
                new ReviewDesk(new SqlReviewBook(database), ShippedQuality.cards(), APPEALS, clock),
                new SampleDesk(new SqlSampleBook(database), TalkFiguresBook.NONE, ShippedQuality.plan(),
                        () -> "00112233445566778899aabbccddeeff", Books.SHANGHAI, clock),
                new SqlCallSearch(database), new SqlTrendBook(database), new SqlCalibrationBook(database),
                new SpeechDesk(new SqlTranscriptBook(database), (call, side) -> Optional.empty(), Optional.empty(),
                        ShippedQuality.phrases(), clock));
    }

    /** A body with all answers of the card for debtors, these otherwise. */
    static JsonObject answers(Map<String, Answer> otherwise) {
        Scorecard card = ShippedQuality.debtorCard();
        Map<String, Answer> answers = ShippedQuality.perfect(card);
        answers.putAll(otherwise);
        JsonArray list = new JsonArray();
        answers.forEach((item, answer) -> {
            JsonObject said = new JsonObject().put("item", item);
            switch (answer) {
                case Answer.Yes yes -> said.put("answer", "yes");
                case Answer.No no -> said.put("answer", "no");
                case Answer.NotApplicable none -> said.put("answer", "not_applicable");
                case Answer.Points(int points) -> said.put("answer", "points").put("points", points);
            }
            list.add(said);
        });
        return new JsonObject().put("answers", list);
    }

    /** Opens, answers and submits a review of a call; its id. */
    long reviewed(Role by, Object recording, Map<String, Answer> otherwise) {
        long id = open(by, recording);
        var client = web.as(by).with("Content-Type", "application/json");
        client.send("PUT", "/api/quality/reviews/" + id, answers(otherwise).toBuffer().getBytes());
        web.as(by).send("POST", "/api/quality/reviews/" + id + "/submission", new byte[0]);
        return id;
    }

    long open(Role by, Object recording) {
        return web.as(by)
                .post("/api/quality/reviews", new JsonObject().put("recording", recording.toString())
                        .put("card", "debtor")
                        .encode())
                .json()
                .getLong("id");
    }

    @Override
    public void close() {
        web.close();
    }
}
