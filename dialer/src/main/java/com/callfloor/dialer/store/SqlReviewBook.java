package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewBook;
import com.callfloor.dialer.quality.review.ReviewState;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reviews in the database. */
public final class SqlReviewBook implements ReviewBook {
    /** So that one reviewer who clicks twice opens one draft. */
    private static final String LOCK_RECORDING = "SELECT attempt_id FROM recordings WHERE attempt_id = :attempt FOR UPDATE";
    private static final String OWN = """
            SELECT id FROM reviews WHERE attempt_id = :attempt AND reviewer_id = :reviewer AND calibration_id IS NULL""";
    private static final String LOCK = "SELECT id FROM reviews WHERE id = :id FOR UPDATE";
    /** What is scored blind ends with its session, and a session is closed once: its row is the lock between the two. */
    private static final String CLOSED = """
            SELECT closed_at IS NOT NULL FROM calibrations WHERE id = :id FOR UPDATE""";
    private static final String TAKE_ASSIGNMENT = """
            UPDATE quality_picks SET review_id = :review, reviewer_id = :reviewer
            WHERE attempt_id = :attempt AND review_id IS NULL AND (reviewer_id IS NULL OR reviewer_id = :reviewer)""";

    private static final String NO_OR_OPEN_SESSION = """
            (calibration_id IS NULL OR (state = 'draft' AND EXISTS (SELECT 1 FROM calibrations k
                    WHERE k.id = reviews.calibration_id AND k.closed_at IS NULL)))""";
    private static final String WITHIN = """
            EXISTS (SELECT 1 FROM attempts a JOIN cases c ON c.id = a.case_id LEFT JOIN users u ON u.id = a.agent_id
                    WHERE a.id = reviews.attempt_id""";

    private final Jdbi jdbi;

    public SqlReviewBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Review> open(AttemptId recording, Scorecard card, Person reviewer, Instant at) {
        return GivingWay.inTransaction(jdbi, handle -> {
            handle.createQuery(LOCK_RECORDING).bind("attempt", recording).mapTo(String.class).findOne();
            Optional<Long> own = handle.createQuery(OWN)
                    .bind("attempt", recording)
                    .bind("reviewer", reviewer.id())
                    .mapTo(Long.class)
                    .findOne();
            if (own.isPresent()) {
                Review found = ReviewRows.read(handle, List.of(own.get())).getFirst();
                if (!(found.state() instanceof ReviewState.Draft)) {
                    throw new NotNow(Words.of(
                            "You have reviewed this call already: review %d. A correction is a new version of it.",
                            "您已评过这通电话（评分 %d），更正请作为其新版本。", found.id()));
                }
                return Optional.of(found);
            }
            Optional<Long> opened = ReviewWrites.open(handle, recording, card, reviewer, at, null);
            opened.ifPresent(id -> handle.createUpdate(TAKE_ASSIGNMENT)
                    .bind("review", id)
                    .bind("reviewer", reviewer.id())
                    .bind("attempt", recording)
                    .execute());
            return opened.flatMap(id -> byId(handle, id));
        });
    }

    @Override
    public Optional<Review> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    private static Optional<Review> byId(Handle handle, long id) {
        return ReviewRows.read(handle, List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Review> change(long id, UnaryOperator<Review> step) {
        return GivingWay.inTransaction(jdbi, handle -> {
            if (handle.createQuery(LOCK).bind("id", id).mapTo(Long.class).findOne().isEmpty()) {
                return Optional.empty();
            }
            Review before = byId(handle, id).orElseThrow();
            if (before.calibration().isPresent() && closed(handle, before.calibration().get())) {
                throw new NotNow("The calibration session is closed: the scores are for everybody to see.",
                        "校准已结束，评分已公开。");
            }
            ReviewWrites.difference(handle, before, step.apply(before));
            return byId(handle, id);
        });
    }

    private static boolean closed(Handle handle, long calibration) {
        return handle.createQuery(CLOSED).bind("id", calibration).mapTo(Boolean.class).one();
    }

    @Override
    public List<Review> page(Filter filter, Optional<Long> before, int limit) {
        List<String> conditions = new ArrayList<>(
                List.of(filter.drafts() ? NO_OR_OPEN_SESSION : "calibration_id IS NULL"));
        filter.agent().ifPresent(agent -> conditions.add("agent_id = :of"));
        filter.reviewer().ifPresent(reviewer -> conditions.add("reviewer_id = :reviewer"));
        filter.recording().ifPresent(recording -> conditions.add("attempt_id = :attempt"));
        filter.state().ifPresent(state -> conditions.add("state = :state"));
        before.ifPresent(id -> conditions.add("id < :before"));
        if (!filter.drafts()) {
            conditions.add("state <> 'draft'");
        }
        if (!filter.scope().all()) {
            conditions.add(WITHIN + SqlRecordingCatalogue.narrowed(filter.scope()) + ")");
        }
        String sql = "SELECT id FROM reviews WHERE " + String.join(" AND ", conditions)
                + " ORDER BY id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = SqlRecordingCatalogue.narrow(handle.createQuery(sql), filter.scope()).bind("limit", limit);
            filter.agent().ifPresent(agent -> query.bind("of", agent));
            filter.reviewer().ifPresent(reviewer -> query.bind("reviewer", reviewer));
            filter.recording().ifPresent(recording -> query.bind("attempt", recording));
            filter.state().ifPresent(state -> query.bind("state", state));
            before.ifPresent(id -> query.bind("before", id));
            return ReviewRows.read(handle, query.mapTo(Long.class).list());
        });
    }
}
