package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.calibration.CalibrationBook;
import com.callfloor.dialer.quality.calibration.Session;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Calibration sessions in the database. */
public final class SqlCalibrationBook implements CalibrationBook {
    private static final String INSERT = """
            INSERT INTO calibrations (attempt_id, card, card_version, lead_id, opened_at)
            SELECT r.attempt_id, :card, :version, :lead, :at FROM recordings r
            WHERE r.attempt_id = :attempt AND r.state = 'stored'""";
    private static final String SEAT = """
            INSERT INTO calibration_reviewers (calibration_id, user_id, review_id) VALUES (:id, :user, :review)""";
    private static final String SESSIONS = """
            SELECT k.id, k.attempt_id, c.ref AS case_ref, k.card, k.card_version, k.lead_id, u.name, k.opened_at,
                   k.closed_at
            FROM calibrations k
            JOIN attempts a ON a.id = k.attempt_id
            JOIN cases c ON c.id = a.case_id
            JOIN users u ON u.id = k.lead_id
            """;
    private static final String PAGE = """
            SELECT k.id FROM calibrations k
            JOIN attempts a ON a.id = k.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN users u ON u.id = a.agent_id
            WHERE TRUE""";
    private static final String REVIEWS = """
            SELECT calibration_id, review_id FROM calibration_reviewers WHERE calibration_id IN (<keys>)""";
    private static final String CLOSE = """
            UPDATE calibrations SET closed_at = :at WHERE id = :id AND closed_at IS NULL""";

    private final Jdbi jdbi;

    public SqlCalibrationBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Session> open(AttemptId recording, Scorecard card, List<Person> reviewers, Person lead,
            Instant at) {
        return GivingWay.inTransaction(jdbi, handle -> {
            int opened = handle.createUpdate(INSERT)
                    .bind("attempt", recording)
                    .bind("card", card.name())
                    .bind("version", card.version())
                    .bind("lead", lead.id())
                    .bind("at", at)
                    .execute();
            if (opened == 0) {
                return Optional.empty();
            }
            long id = handle.createQuery("SELECT LAST_INSERT_ID()").mapTo(Long.class).one();
            for (Person reviewer : reviewers) {
                long review = ReviewWrites.open(handle, recording, card, reviewer, at, id).orElseThrow();
                handle.createUpdate(SEAT)
                        .bind("id", id)
                        .bind("user", reviewer.id())
                        .bind("review", review)
                        .execute();
            }
            return byId(handle, id);
        });
    }

    @Override
    public Optional<Session> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    private static Optional<Session> byId(Handle handle, long id) {
        return read(handle, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Session> page(Scope scope, Optional<Long> before, int limit) {
        String sql = PAGE + (before.isPresent() ? " AND k.id < :before" : "") + SqlRecordingCatalogue.narrowed(scope)
                + " ORDER BY k.id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = SqlRecordingCatalogue.narrow(handle.createQuery(sql), scope).bind("limit", limit);
            before.ifPresent(id -> query.bind("before", id));
            return read(handle, query.mapTo(Long.class).list());
        });
    }

    @Override
    public Optional<Session> close(long id, Instant at) {
        return GivingWay.inTransaction(jdbi, handle -> {
            handle.createUpdate(CLOSE).bind("id", id).bind("at", at).execute();
            return byId(handle, id);
        });
    }

    @Override
    public List<Session> of(String card, String cardVersion, Scope scope, int most) {
        String sql = PAGE + " AND k.card = :card AND k.card_version = :version" + SqlRecordingCatalogue.narrowed(scope)
                + " ORDER BY k.id DESC LIMIT :most";
        return jdbi.withHandle(handle -> read(handle, SqlRecordingCatalogue.narrow(handle.createQuery(sql), scope)
                .bind("card", card)
                .bind("version", cardVersion)
                .bind("most", most)
                .mapTo(Long.class)
                .list()));
    }

    private static List<Session> read(Handle handle, List<Long> ids) {
        Map<Long, List<Long>> seats = new LinkedHashMap<>();
        ManyRows.select(handle, REVIEWS, ids, (to, id) -> to.number(id),
                row -> seats.computeIfAbsent(row.getLong("calibration_id"), any -> new ArrayList<>())
                        .add(row.getLong("review_id")));
        Map<Long, List<Review>> reviews = new LinkedHashMap<>();
        List<Long> all = seats.values().stream().flatMap(List::stream).sorted().toList();
        for (Review review : ReviewRows.read(handle, all)) {
            reviews.computeIfAbsent(review.calibration().orElseThrow(), any -> new ArrayList<>()).add(review);
        }
        List<Session> sessions = new ArrayList<>();
        ManyRows.select(handle, SESSIONS + "WHERE k.id IN (<keys>) ORDER BY k.id DESC", ids,
                (to, id) -> to.number(id), row -> sessions.add(session(row, reviews)));
        return sessions;
    }

    private static Session session(ResultSet row, Map<Long, List<Review>> reviews) throws SQLException {
        long id = row.getLong("id");
        return new Session(id, SqlTypes.attempt(row.getString("attempt_id")), row.getString("case_ref"),
                row.getString("card"), row.getString("card_version"),
                new Person(row.getLong("lead_id"), row.getString("name")), Rows.instant(row, "opened_at"),
                Optional.ofNullable(Rows.instantOrNull(row, "closed_at")), reviews.getOrDefault(id, List.of()));
    }
}
