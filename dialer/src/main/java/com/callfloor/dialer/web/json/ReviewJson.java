package com.callfloor.dialer.web.json;

import java.time.Duration;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scoring.Result;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewState;
import com.callfloor.dialer.quality.review.Step;
import com.callfloor.dialer.quality.review.Version;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Reviews, as reviewers and as agents see them. */
public final class ReviewJson {
    private ReviewJson() {}

    /** A line of a list. */
    public static JsonObject line(Review review, Duration appealsWithin) {
        ReviewState state = review.state();
        boolean open = state instanceof ReviewState.Submitted || state instanceof ReviewState.Acknowledged;
        return new JsonObject().put("id", review.id())
                .put("recording", review.recording().toString())
                .put("case_ref", review.caseRef())
                .put("agent", review.agent().map(ReviewJson::person).orElse(null))
                .put("reviewer", person(review.reviewer()))
                .put("card", review.card())
                .put("card_version", review.cardVersion())
                .put("state", state.code())
                .put("since", Times.text(state.since()))
                .put("by", person(state.by()))
                .put("version", review.latest().number())
                .put("result", review.latest().result().map(ReviewJson::result).orElse(null))
                .put("appeal_until", open ? Times.text(review.appealUntil(appealsWithin)) : null)
                .put("calibration", review.calibration().orElse(null));
    }

    /** All of it. {@code forAgent}: only the notes that are for the agent. */
    public static JsonObject whole(Review review, Optional<Scorecard> card, Duration appealsWithin, boolean forAgent) {
        JsonArray versions = new JsonArray();
        review.versions().forEach(version -> versions.add(version(version, forAgent)));
        JsonArray steps = new JsonArray();
        review.steps().forEach(step -> steps.add(step(step)));
        return line(review, appealsWithin).put("scorecard", card.map(ScorecardJson::card).orElse(null))
                .put("versions", versions)
                .put("steps", steps);
    }

    private static JsonObject version(Version version, boolean forAgent) {
        return new JsonObject().put("version", version.number())
                .put("by", person(version.by()))
                .put("at", Times.text(version.at()))
                .put("why", version.why().orElse(null))
                .put("result", version.result().map(ReviewJson::result).orElse(null))
                .put("answers", answers(version.content()))
                .put("notes", notes(version.content(), forAgent))
                .put("summary", version.content().summary().orElse(null));
    }

    static JsonArray answers(Content content) {
        JsonArray answers = new JsonArray();
        content.answers()
                .forEach((item, answered) -> answers.add(new JsonObject().put("item", item)
                        .put("answer", code(answered.answer()))
                        .put("points", answered.answer() instanceof Answer.Points(int points) ? points : null)
                        .put("comment", answered.comment().orElse(null))));
        return answers;
    }

    private static JsonArray notes(Content content, boolean forAgent) {
        JsonArray notes = new JsonArray();
        content.notes()
                .stream()
                .filter(note -> note.forAgent() || !forAgent)
                .forEach(note -> notes.add(new JsonObject().put("at_ms", note.atMs())
                        .put("text", note.text())
                        .put("for_agent", note.forAgent())));
        return notes;
    }

    private static String code(Answer answer) {
        return switch (answer) {
            case Answer.Yes yes -> "yes";
            case Answer.No no -> "no";
            case Answer.NotApplicable none -> "not_applicable";
            case Answer.Points points -> "points";
        };
    }

    private static JsonObject step(Step step) {
        return new JsonObject().put("kind", step.kind().code())
                .put("by", person(step.by()))
                .put("at", Times.text(step.at()))
                .put("text", step.text().orElse(null));
    }

    static JsonObject result(Result result) {
        return new JsonObject().put("score", result.score().doubleValue())
                .put("passed", result.passed())
                .put("failed_by", new JsonArray(result.failedBy()));
    }

    static JsonObject person(Person person) {
        return new JsonObject().put("id", person.id()).put("name", person.name());
    }
}
