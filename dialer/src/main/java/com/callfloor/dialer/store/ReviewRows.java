package com.callfloor.dialer.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Answer;
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

/** Reads whole reviews, however many, in a statement for each of their tables. */
final class ReviewRows {
    private static final String REVIEWS = """
            SELECT v.id, v.attempt_id, c.ref AS case_ref, v.agent_id, g.name AS agent_name, v.card, v.card_version,
                   v.reviewer_id, u.name AS reviewer_name, v.calibration_id
            FROM reviews v
            JOIN attempts a ON a.id = v.attempt_id
            JOIN cases c ON c.id = a.case_id
            JOIN users u ON u.id = v.reviewer_id
            LEFT JOIN users g ON g.id = v.agent_id
            WHERE v.id IN (<keys>)""";
    private static final String VERSIONS = """
            SELECT w.review_id, w.version, w.made_by, u.name, w.made_at, w.why, w.summary, w.score, w.passed, w.failed_by
            FROM review_versions w JOIN users u ON u.id = w.made_by
            WHERE w.review_id IN (<keys>) ORDER BY w.review_id, w.version""";
    private static final String ANSWERS = """
            SELECT review_id, version, item, answer, points, comment FROM review_answers
            WHERE review_id IN (<keys>) ORDER BY review_id, version, position""";
    private static final String NOTES = """
            SELECT review_id, version, at_ms, text, for_agent FROM review_notes
            WHERE review_id IN (<keys>) ORDER BY review_id, version, position""";
    private static final String STEPS = """
            SELECT s.review_id, s.kind, s.by_id, u.name, s.at, s.text FROM review_steps s JOIN users u ON u.id = s.by_id
            WHERE s.review_id IN (<keys>) ORDER BY s.review_id, s.position""";

    private final Map<Long, Head> heads = new LinkedHashMap<>();
    private final Map<Long, List<VersionRow>> versions = new LinkedHashMap<>();
    private final Map<Key, Map<String, Answered>> answers = new LinkedHashMap<>();
    private final Map<Key, List<Note>> notes = new LinkedHashMap<>();
    private final Map<Long, List<Step>> steps = new LinkedHashMap<>();

    private ReviewRows() {}

    private record Key(long review, int version) {}

    private record Head(AttemptId recording, String caseRef, Optional<Person> agent, String card, String cardVersion,
            Person reviewer, Optional<Long> calibration) {}

    private record VersionRow(int number, Person by, Instant at, Optional<String> why, Optional<String> summary,
            Optional<Result> result) {}

    /** The reviews of these ids, in their order; those that there are not are left out. */
    static List<Review> read(Handle handle, Collection<Long> ids) {
        var rows = new ReviewRows();
        select(handle, REVIEWS, ids, rows::head);
        select(handle, VERSIONS, ids, rows::version);
        select(handle, ANSWERS, ids, rows::answer);
        select(handle, NOTES, ids, rows::note);
        select(handle, STEPS, ids, rows::step);
        List<Review> reviews = new ArrayList<>();
        for (long id : ids) {
            Head head = rows.heads.get(id);
            if (head != null) {
                reviews.add(rows.review(id, head));
            }
        }
        return reviews;
    }

    private static void select(Handle handle, String sql, Collection<Long> ids, ManyRows.Reading reading) {
        ManyRows.select(handle, sql, ids, (to, id) -> to.number(id), reading);
    }

    private Review review(long id, Head head) {
        List<Version> all = new ArrayList<>();
        for (VersionRow row : versions.getOrDefault(id, List.of())) {
            Key key = new Key(id, row.number());
            all.add(new Version(row.number(), row.by(), row.at(), row.why(),
                    new Content(answers.getOrDefault(key, Map.of()), notes.getOrDefault(key, List.of()), row.summary()),
                    row.result()));
        }
        return new Review(id, head.recording(), head.caseRef(), head.agent(), head.card(), head.cardVersion(),
                head.reviewer(), head.calibration(), all, steps.getOrDefault(id, List.of()));
    }

    private void head(ResultSet row) throws SQLException {
        Long agent = row.getObject("agent_id", Long.class);
        heads.put(row.getLong("id"), new Head(SqlTypes.attempt(row.getString("attempt_id")), row.getString("case_ref"),
                agent == null ? Optional.empty() : Optional.of(new Person(agent, row.getString("agent_name"))),
                row.getString("card"), row.getString("card_version"),
                new Person(row.getLong("reviewer_id"), row.getString("reviewer_name")),
                Optional.ofNullable(row.getObject("calibration_id", Long.class))));
    }

    private void version(ResultSet row) throws SQLException {
        versions.computeIfAbsent(row.getLong("review_id"), id -> new ArrayList<>())
                .add(new VersionRow(row.getInt("version"), new Person(row.getLong("made_by"), row.getString("name")),
                        Rows.instant(row, "made_at"), Optional.ofNullable(row.getString("why")),
                        Optional.ofNullable(row.getString("summary")), result(row)));
    }

    private static Optional<Result> result(ResultSet row) throws SQLException {
        BigDecimal score = row.getBigDecimal("score");
        return score == null
                ? Optional.empty()
                : Optional.of(new Result(score, row.getBoolean("passed"), failedBy(row.getString("failed_by"))));
    }

    static List<String> failedBy(@Nullable String column) {
        return column == null || column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
    }

    private void answer(ResultSet row) throws SQLException {
        answers.computeIfAbsent(new Key(row.getLong("review_id"), row.getInt("version")), key -> new LinkedHashMap<>())
                .put(row.getString("item"), new Answered(said(row), Optional.ofNullable(row.getString("comment"))));
    }

    /** The answer of a row of review_answers. */
    static Answer said(ResultSet row) throws SQLException {
        return switch (row.getString("answer")) {
            case "yes" -> new Answer.Yes();
            case "no" -> new Answer.No();
            case "points" -> new Answer.Points(row.getInt("points"));
            default -> new Answer.NotApplicable();
        };
    }

    private void note(ResultSet row) throws SQLException {
        notes.computeIfAbsent(new Key(row.getLong("review_id"), row.getInt("version")), key -> new ArrayList<>())
                .add(new Note(row.getLong("at_ms"), row.getString("text"), row.getBoolean("for_agent")));
    }

    private void step(ResultSet row) throws SQLException {
        steps.computeIfAbsent(row.getLong("review_id"), id -> new ArrayList<>())
                .add(new Step(Rows.constant(Step.Kind.class, row.getString("kind")),
                        new Person(row.getLong("by_id"), row.getString("name")), Rows.instant(row, "at"),
                        Optional.ofNullable(row.getString("text"))));
    }
}
