package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.sampling.CallFigures;
import com.callfloor.dialer.quality.sampling.Candidate;
import com.callfloor.dialer.quality.sampling.Candidates;
import com.callfloor.dialer.quality.sampling.Sample;
import com.callfloor.dialer.quality.sampling.Sample.Pick;
import com.callfloor.dialer.quality.sampling.SampleBook;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Samples and assignments in the database. */
public final class SqlSampleBook implements SampleBook {
    private static final String CONVERSATIONS = """
            SELECT a.id, a.agent_id, a.reserved_at,
                   GREATEST(0, TIMESTAMPDIFF(MICROSECOND, a.connected_at, COALESCE(a.talk_ended_at, a.ended_at)))
                       AS talked,
                   COALESCE(a.disposition, '') = 'complaint' AS complaint,
                   EXISTS (SELECT 1 FROM promises p WHERE p.attempt_id = a.id AND p.state = 'broken') AS broken,
                   EXISTS (SELECT 1 FROM phrase_hits h WHERE h.attempt_id = a.id AND h.kind = 'forbidden') AS forbidden,
                   EXISTS (SELECT 1 FROM phrase_hits h WHERE h.attempt_id = a.id AND h.kind = 'missing') AS missing
            FROM attempts a JOIN recordings r ON r.attempt_id = a.id AND r.state = 'stored'
            WHERE a.reserved_at >= :from AND a.reserved_at < :to AND a.connected_at IS NOT NULL
              AND a.ended_at IS NOT NULL""";
    /** Ids of attempts sort by time. */
    private static final String FIRST_CALLS = """
            SELECT f.agent_id, f.reserved_at
            FROM (SELECT agent_id, MIN(id) AS id FROM attempts WHERE agent_id IS NOT NULL GROUP BY agent_id) m
            JOIN attempts f ON f.id = m.id""";
    private static final String INSERT = """
            INSERT INTO quality_samples (plan, plan_version, week, per_agent, seed, candidates, candidates_count,
                                         candidates_sha256, drawn_at, drawn_by)
            VALUES (:plan, :version, :week, :each, :seed, :candidates, :count, :sha256, :at, :by)""";
    private static final String INSERT_PICKS = """
            INSERT INTO quality_picks (sample_id, attempt_id, agent_id, reasons, reviewer_id) VALUES <rows>""";
    private static final String SAMPLES = """
            SELECT s.id, s.plan, s.plan_version, s.week, s.per_agent, s.seed, s.candidates_count, s.candidates_sha256,
                   s.drawn_at, s.drawn_by, u.name
            FROM quality_samples s JOIN users u ON u.id = s.drawn_by
            """;
    private static final String PICKS = """
            SELECT p.id, p.sample_id, p.attempt_id, c.ref AS case_ref, p.agent_id, u.name AS agent_name, p.reasons,
                   p.reviewer_id, w.name AS reviewer_name, p.review_id, v.state
            FROM quality_picks p
            JOIN attempts a ON a.id = p.attempt_id
            JOIN cases c ON c.id = a.case_id
            JOIN users u ON u.id = p.agent_id
            LEFT JOIN users w ON w.id = p.reviewer_id
            LEFT JOIN reviews v ON v.id = p.review_id
            """;

    private final Jdbi jdbi;

    public SqlSampleBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<CallFigures> conversations(Instant from, Instant to) {
        return jdbi.withHandle(handle -> {
            Map<Long, Instant> since = new HashMap<>();
            handle.createQuery(FIRST_CALLS)
                    .map((row, context) -> since.put(row.getLong("agent_id"), Rows.instant(row, "reserved_at")))
                    .list();
            return handle.createQuery(CONVERSATIONS)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> figures(row, since))
                    .list();
        });
    }

    private static CallFigures figures(ResultSet row, Map<Long, Instant> since) throws SQLException {
        Instant at = Rows.instant(row, "reserved_at");
        long agent = row.getLong("agent_id");
        return new CallFigures(SqlTypes.attempt(row.getString("id")), agent, at,
                Duration.ofNanos(1000 * row.getLong("talked")), since.getOrDefault(agent, at),
                row.getBoolean("complaint"), row.getBoolean("broken"), row.getBoolean("forbidden"),
                row.getBoolean("missing"));
    }

    @Override
    public Optional<Long> keep(New sample) {
        return GivingWay.orFindingAnother(jdbi, handle -> {
            boolean drawn = handle.createQuery("SELECT id FROM quality_samples WHERE plan = :plan AND week = :week")
                    .bind("plan", sample.plan().name())
                    .bind("week", sample.week())
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            return drawn ? Optional.empty() : Optional.of(write(handle, sample));
        });
    }

    private static long write(Handle handle, New sample) {
        handle.createUpdate(INSERT)
                .bind("plan", sample.plan().name())
                .bind("version", sample.plan().version())
                .bind("week", sample.week())
                .bind("each", sample.plan().perAgent())
                .bind("seed", sample.seed())
                .bind("candidates", sample.candidates().text())
                .bind("count", sample.candidates().all().size())
                .bind("sha256", sample.candidates().sha256())
                .bind("at", sample.at())
                .bind("by", sample.by())
                .execute();
        long id = handle.createQuery("SELECT LAST_INSERT_ID()").mapTo(Long.class).one();
        List<Integer> places = IntStream.range(0, sample.drawn().size()).boxed().toList();
        ManyRows.insert(handle, INSERT_PICKS, 5, places, (to, place) -> {
            Candidate each = sample.drawn().get(place);
            to.number(id)
                    .text(each.call().toString())
                    .number(each.agent())
                    .text(Candidates.codes(each.reasons()))
                    .numberOrNull(sample.reviewers().get(place).orElse(null));
        });
        return id;
    }

    @Override
    public Optional<Sample> byId(long id) {
        return jdbi.withHandle(handle -> {
            List<Pick> picks = picks(handle, id, Scope.ALL);
            return handle.createQuery(SAMPLES + "WHERE s.id = :id")
                    .bind("id", id)
                    .map((row, context) -> sample(row, picks))
                    .findOne();
        });
    }

    @Override
    public List<Pick> picks(long id, Scope scope) {
        return jdbi.withHandle(handle -> picks(handle, id, scope));
    }

    private static List<Pick> picks(Handle handle, long id, Scope scope) {
        String sql = PICKS + "WHERE p.sample_id = :id" + SqlRecordingCatalogue.narrowed(scope) + " ORDER BY p.id";
        return SqlRecordingCatalogue.narrow(handle.createQuery(sql), scope)
                .bind("id", id)
                .map((row, context) -> pick(row))
                .list();
    }

    @Override
    public String candidates(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT candidates FROM quality_samples WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    @Override
    public List<Sample> page(Optional<Long> before, int limit) {
        String where = before.isPresent() ? "WHERE s.id < :before " : "";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SAMPLES + where + "ORDER BY s.id DESC LIMIT :limit").bind("limit", limit);
            before.ifPresent(id -> query.bind("before", id));
            return query.map((row, context) -> sample(row, List.of())).list();
        });
    }

    @Override
    public List<Pick> assignments(Optional<Long> reviewer, boolean done, Scope scope, Optional<Long> after,
            int limit) {
        String sql = PICKS + "WHERE " + (done ? "v.state <> 'draft'" : "(p.review_id IS NULL OR v.state = 'draft')")
                + (reviewer.isPresent() ? " AND (p.reviewer_id IS NULL OR p.reviewer_id = :reviewer)" : "")
                + (after.isPresent() ? " AND p.id > :after" : "") + SqlRecordingCatalogue.narrowed(scope)
                + " ORDER BY p.id LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = SqlRecordingCatalogue.narrow(handle.createQuery(sql), scope).bind("limit", limit);
            reviewer.ifPresent(id -> query.bind("reviewer", id));
            after.ifPresent(id -> query.bind("after", id));
            return query.map((row, context) -> pick(row)).list();
        });
    }

    private static Sample sample(ResultSet row, List<Pick> picks) throws SQLException {
        return new Sample(row.getLong("id"), row.getString("plan"), row.getString("plan_version"),
                row.getObject("week", LocalDate.class), row.getInt("per_agent"), row.getString("seed"),
                row.getInt("candidates_count"), row.getString("candidates_sha256"), Rows.instant(row, "drawn_at"),
                new Person(row.getLong("drawn_by"), row.getString("name")), picks);
    }

    private static Pick pick(ResultSet row) throws SQLException {
        Long reviewer = row.getObject("reviewer_id", Long.class);
        String state = row.getString("state");
        return new Pick(row.getLong("id"), row.getLong("sample_id"), SqlTypes.attempt(row.getString("attempt_id")),
                row.getString("case_ref"), new Person(row.getLong("agent_id"), row.getString("agent_name")),
                Candidates.reasons(row.getString("reasons")),
                reviewer == null ? Optional.empty() : Optional.of(new Person(reviewer, row.getString("reviewer_name"))),
                Optional.ofNullable(row.getObject("review_id", Long.class)), state != null && !state.equals("draft"));
    }
}
