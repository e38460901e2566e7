package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scoring.Result;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.Content.Answered;
import com.callfloor.dialer.quality.review.Note;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.Step;
import com.callfloor.dialer.quality.review.Version;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what is new of a review. What a version holds that was submitted is never written over. */
final class ReviewWrites {
    private static final String INSERT = """
            INSERT INTO reviews (attempt_id, agent_id, called_at, card, card_version, reviewer_id, calibration_id, state)
            SELECT a.id, a.agent_id, COALESCE(a.answered_at, a.reserved_at), :card, :version, :reviewer, :calibration,
                   'draft'
            FROM attempts a JOIN recordings r ON r.attempt_id = a.id WHERE a.id = :attempt AND r.state = 'stored'""";
    private static final String STATE = """
            UPDATE reviews SET state = :state, score = :score, passed = :passed, failed_by = :failed WHERE id = :id""";
    private static final String VERSION = """
            INSERT INTO review_versions (review_id, version, made_by, made_at, why, summary, score, passed, failed_by)
            VALUES (:id, :version, :by, :at, :why, :summary, :score, :passed, :failed)""";
    private static final String ANSWER = """
            INSERT INTO review_answers (review_id, version, position, item, answer, points, comment)
            VALUES (:id, :version, :position, :item, :answer, :points, :comment)""";
    private static final String NOTE = """
            INSERT INTO review_notes (review_id, version, position, at_ms, text, for_agent)
            VALUES (:id, :version, :position, :ms, :text, :agent)""";
    private static final String STEP = """
            INSERT INTO review_steps (review_id, position, kind, by_id, at, text)
            VALUES (:id, :position, :kind, :by, :at, :text)""";

    private ReviewWrites() {}

    /** The new draft's id; empty if there is no stored recording of this call. */
    static Optional<Long> open(Handle handle, AttemptId recording, Scorecard card, Person reviewer, Instant at,
            @Nullable Long calibration) {
        int opened = handle.createUpdate(INSERT)
                .bind("attempt", recording)
                .bind("card", card.name())
                .bind("version", card.version())
                .bind("reviewer", reviewer.id())
                .bind("calibration", calibration)
                .execute();
        if (opened == 0) {
            return Optional.empty();
        }
        long id = handle.createQuery("SELECT LAST_INSERT_ID()").mapTo(Long.class).one();
        version(handle, id, new Version(1, reviewer, at, Optional.empty(),
                Content.EMPTY, Optional.empty()));
        step(handle, id, 0, new Step(Step.Kind.OPENED, reviewer, at, Optional.empty()));
        return Optional.of(id);
    }

    static void difference(Handle handle, Review before, Review after) {
        for (int i = 0; i < after.versions().size(); i++) {
            Version version = after.versions().get(i);
            boolean known = i < before.versions().size();
            if (known && before.versions().get(i).equals(version)) {
                continue;
            }
            if (known) {
                remove(handle, after.id(), before.versions().get(i));
            }
            version(handle, after.id(), version);
        }
        for (int i = before.steps().size(); i < after.steps().size(); i++) {
            step(handle, after.id(), i, after.steps().get(i));
        }
        Optional<Result> result = after.latest().result();
        handle.createUpdate(STATE)
                .bind("id", after.id())
                .bind("state", after.state().code())
                .bind("score", result.map(Result::score).orElse(null))
                .bind("passed", result.map(Result::passed).orElse(null))
                .bind("failed", result.map(made -> String.join(" ", made.failedBy())).orElse(null))
                .execute();
    }

    private static void remove(Handle handle, long id, Version draft) {
        if (draft.result().isPresent()) {
            throw new IllegalStateException("version " + draft.number() + " of review " + id
                    + " was submitted; it is never written over");
        }
        for (String table : new String[]{"review_answers", "review_notes", "review_versions"}) {
            handle.createUpdate("DELETE FROM " + table + " WHERE review_id = :id AND version = :version")
                    .bind("id", id)
                    .bind("version", draft.number())
                    .execute();
        }
    }

    private static void version(Handle handle, long id, Version version) {
        handle.createUpdate(VERSION)
                .bind("id", id)
                .bind("version", version.number())
                .bind("by", version.by().id())
                .bind("at", version.at())
                .bind("why", version.why().orElse(null))
                .bind("summary", version.content().summary().orElse(null))
                .bind("score", version.result().map(Result::score).orElse(null))
                .bind("passed", version.result().map(Result::passed).orElse(null))
                .bind("failed", version.result().map(made -> String.join(" ", made.failedBy())).orElse(null))
                .execute();
        int position = 0;
        for (Map.Entry<String, Answered> entry : version.content().answers().entrySet()) {
            answer(handle, id, version.number(), position, entry.getKey(), entry.getValue());
            position++;
        }
        for (int i = 0; i < version.content().notes().size(); i++) {
            Note note = version.content().notes().get(i);
            handle.createUpdate(NOTE)
                    .bind("id", id)
                    .bind("version", version.number())
                    .bind("position", i)
                    .bind("ms", note.atMs())
                    .bind("text", note.text())
                    .bind("agent", note.forAgent())
                    .execute();
        }
    }

    private static void answer(Handle handle, long id, int version, int position, String item, Answered answered) {
        handle.createUpdate(ANSWER)
                .bind("id", id)
                .bind("version", version)
                .bind("position", position)
                .bind("item", item)
                .bind("answer", switch (answered.answer()) {
                    case Answer.Yes yes -> "yes";
                    case Answer.No no -> "no";
                    case Answer.NotApplicable none -> "not_applicable";
                    case Answer.Points points -> "points";
                })
                .bind("points", answered.answer() instanceof Answer.Points(int points) ? (Integer) points : null)
                .bind("comment", answered.comment().orElse(null))
                .execute();
    }

    private static void step(Handle handle, long id, int position, Step step) {
        handle.createUpdate(STEP)
                .bind("id", id)
                .bind("position", position)
                .bind("kind", step.kind().code())
                .bind("by", step.by().id())
                .bind("at", step.at())
                .bind("text", step.text().orElse(null))
                .execute();
    }
}
