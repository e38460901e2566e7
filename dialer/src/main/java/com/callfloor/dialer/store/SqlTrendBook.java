package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.trend.TrendBook;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jdbi.v3.core.Jdbi;

/** Reviews for trends, from the database. */
public final class SqlTrendBook implements TrendBook {
    private static final String REVIEWS = """
            SELECT v.id, v.agent_id, u.name, v.called_at, v.card, v.card_version, v.state, v.score, v.passed,
                   v.failed_by
            FROM reviews v
            JOIN attempts a ON a.id = v.attempt_id
            JOIN cases c ON c.id = a.case_id
            LEFT JOIN users u ON u.id = v.agent_id
            WHERE v.called_at >= :from AND v.called_at < :to AND v.state <> 'draft' AND v.calibration_id IS NULL
              AND (:of IS NULL OR v.agent_id = :of)""";
    private static final String ANSWERS = """
            SELECT a.review_id, a.item, a.answer, a.points FROM review_answers a
            WHERE a.review_id IN (<keys>)
              AND a.version = (SELECT MAX(w.version) FROM review_versions w WHERE w.review_id = a.review_id)""";

    private final Jdbi jdbi;

    public SqlTrendBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Reviewed> reviewed(Instant from, Instant to, Optional<Long> agent, Scope scope) {
        return jdbi.withHandle(handle -> {
            Map<Long, Map<String, Answer>> answers = new HashMap<>();
            Map<Long, Reviewed> reviews = new LinkedHashMap<>();
            SqlRecordingCatalogue.narrow(handle.createQuery(REVIEWS + SqlRecordingCatalogue.narrowed(scope)), scope)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("of", agent.orElse(null))
                    .map((row, context) -> {
                        long id = row.getLong("id");
                        Long spoke = row.getObject("agent_id", Long.class);
                        Map<String, Answer> own = answers.computeIfAbsent(id, any -> new LinkedHashMap<>());
                        String failedBy = row.getString("failed_by");
                        return reviews.put(id, new Reviewed(
                                spoke == null
                                        ? Optional.empty()
                                        : Optional.of(new Person(spoke, row.getString("name"))),
                                Rows.instant(row, "called_at"), row.getString("card"), row.getString("card_version"),
                                row.getString("state"), row.getBigDecimal("score"), row.getBoolean("passed"),
                                !ReviewRows.failedBy(failedBy).isEmpty(), own));
                    })
                    .list();
            ManyRows.select(handle, ANSWERS, reviews.keySet(), (into, id) -> into.number(id),
                    row -> answers.computeIfAbsent(row.getLong("review_id"), any -> new LinkedHashMap<>())
                            .put(row.getString("item"), ReviewRows.said(row)));
            return new ArrayList<>(reviews.values());
        });
    }
}
