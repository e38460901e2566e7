package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.search.CallSearch;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds recorded calls in the database. What is named by a text is turned into its id first, so that each way to ask has an index
 * whose order is that of the answer; where nothing else narrows it, the newest calls are read until a page is full.
 */
public final class SqlCallSearch implements CallSearch {
    private static final String IDS = """
            SELECT a.id FROM attempts a JOIN recordings r ON r.attempt_id = a.id
            WHERE r.state = 'stored'""";
    private static final String WITHIN = """
            AND EXISTS (SELECT 1 FROM cases c LEFT JOIN users u ON u.id = a.agent_id WHERE c.id = a.case_id""";
    private static final String CALLS = """
            SELECT a.id, c.ref AS case_ref, d.ref AS debtor_ref, a.agent_id, u.name AS agent_name, k.code AS campaign,
                   COALESCE(a.answered_at, a.reserved_at) AS at, r.length_ms, a.disposition, r.flaws
            FROM attempts a
            JOIN recordings r ON r.attempt_id = a.id
            JOIN cases c ON c.id = a.case_id
            JOIN debtors d ON d.id = a.debtor_id
            JOIN campaigns k ON k.id = a.campaign_id
            LEFT JOIN users u ON u.id = a.agent_id
            WHERE a.id IN (<keys>)""";
    private static final String REVIEWS = """
            SELECT attempt_id, id, state, score, passed FROM reviews
            WHERE attempt_id IN (<keys>) AND state <> 'draft' AND calibration_id IS NULL""";
    private static final String PHRASES = """
            SELECT DISTINCT attempt_id, rule FROM phrase_hits
            WHERE attempt_id IN (<keys>) AND kind IN ('forbidden', 'missing')""";
    /** Ids are made some moments before the attempt is in the books. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final Jdbi jdbi;

    public SqlCallSearch(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Found> page(Scope scope, Wanted wanted, Optional<AttemptId> before, int limit) {
        return jdbi.withHandle(handle -> {
            Optional<Asked> asked = ask(handle, wanted, before);
            return asked.isEmpty() ? List.of() : read(handle, ids(handle, asked.get(), scope, limit));
        });
    }

    /** Conditions with what they are asked with. */
    static final class Asked {
        final StringBuilder conditions = new StringBuilder();
        final Map<String, Object> values = new HashMap<>();

        private void and(String condition, String name, Object value) {
            conditions.append(" AND ").append(condition);
            values.put(name, value);
        }

        String sql(Scope scope) {
            String within = scope.all() ? "" : WITHIN + SqlRecordingCatalogue.narrowed(scope) + ")";
            return IDS + conditions + within + " ORDER BY a.id DESC LIMIT :limit";
        }
    }

    /** Empty where something is named that there is not. */
    static Optional<Asked> ask(Handle handle, Wanted wanted, Optional<AttemptId> before) {
        var asked = new Asked();
        boolean known = named(handle, asked, "a.case_id = :case", "case", "SELECT id FROM cases WHERE ref = :text",
                wanted.caseRef())
                && named(handle, asked, "a.debtor_id = :debtor", "debtor", "SELECT id FROM debtors WHERE ref = :text",
                        wanted.debtorRef())
                && named(handle, asked, "a.number_id = :number", "number",
                        "SELECT id FROM phone_numbers WHERE e164 = :text", wanted.number().map(number -> number.e164()))
                && named(handle, asked, "a.campaign_id = :campaign", "campaign",
                        "SELECT id FROM campaigns WHERE code = :text", wanted.campaign());
        if (!known) {
            return Optional.empty();
        }
        before.ifPresent(id -> asked.and("a.id < :before", "before", id));
        wanted.agent().ifPresent(agent -> asked.and("a.agent_id = :agent", "agent", agent));
        wanted.disposition()
                .ifPresent(said -> asked.and("a.disposition = :disposition", "disposition", said.code()));
        wanted.lengthFrom().ifPresent(from -> asked.and("r.length_ms >= :shortest", "shortest", from.toMillis()));
        wanted.lengthTo().ifPresent(to -> asked.and("r.length_ms <= :longest", "longest", to.toMillis()));
        wanted.from().ifPresent(from -> {
            asked.and("a.id >= :firstId", "firstId", firstId(from.minus(LEEWAY)));
            asked.and("a.reserved_at >= :from", "from", from);
        });
        wanted.to().ifPresent(to -> {
            asked.and("a.id < :lastId", "lastId", firstId(to.plus(LEEWAY)));
            asked.and("a.reserved_at < :to", "to", to);
        });
        wanted.flaw()
                .ifPresent(flaw -> asked.and("r.flaws LIKE :flaw", "flaw", "%\"" + flaw.replace("_", "\\_") + "\"%"));
        wanted.phrase().ifPresent(phrase -> {
            String column = phrase.equals("forbidden") || phrase.equals("missing") ? "kind" : "rule";
            asked.and("a.id IN (SELECT h.attempt_id FROM phrase_hits h WHERE h." + column + " = :phrase"
                    + " AND h.kind <> 'said')", "phrase", phrase);
        });
        judged(asked, wanted);
        return Optional.of(asked);
    }

    private static void judged(Asked asked, Wanted wanted) {
        if (wanted.scoreFrom().isPresent() || wanted.scoreTo().isPresent()) {
            wanted.scoreFrom().ifPresent(score -> asked.values.put("lowest", score));
            wanted.scoreTo().ifPresent(score -> asked.values.put("highest", score));
            asked.conditions.append(" AND a.id IN (SELECT v.attempt_id FROM reviews v WHERE v.calibration_id IS NULL")
                    .append(wanted.scoreFrom().isPresent() ? " AND v.score >= :lowest" : "")
                    .append(wanted.scoreTo().isPresent() ? " AND v.score <= :highest" : "")
                    .append(" AND v.score IS NOT NULL)");
        }
        wanted.reviewed()
                .ifPresent(is -> asked.conditions.append(is ? " AND EXISTS" : " AND NOT EXISTS")
                        .append(" (SELECT 1 FROM reviews w WHERE w.attempt_id = a.id AND w.state <> 'draft'")
                        .append(" AND w.calibration_id IS NULL)"));
    }

    private static boolean named(Handle handle, Asked asked, String condition, String name, String sql,
            Optional<String> text) {
        if (text.isEmpty()) {
            return true;
        }
        Optional<Long> id = handle.createQuery(sql).bind("text", text.get()).mapTo(Long.class).findOne();
        id.ifPresent(found -> asked.and(condition, name, found));
        return id.isPresent();
    }

    /** The least id that an attempt of this time can have: the time is an id's first 48 bits. */
    static String firstId(Instant at) {
        String millis = "%012x".formatted(Math.max(0, at.toEpochMilli()));
        return millis.substring(0, 8) + "-" + millis.substring(8) + "-7000-8000-000000000000";
    }

    private static List<AttemptId> ids(Handle handle, Asked asked, Scope scope, int limit) {
        return SqlRecordingCatalogue.narrow(handle.createQuery(asked.sql(scope)), scope)
                .bindMap(asked.values)
                .bind("limit", limit)
                .mapTo(AttemptId.class)
                .list();
    }

    private static List<Found> read(Handle handle, List<AttemptId> ids) {
        Map<AttemptId, Found> calls = new LinkedHashMap<>();
        Map<AttemptId, List<Judged>> reviews = new HashMap<>();
        Map<AttemptId, List<String>> phrases = new HashMap<>();
        ManyRows.select(handle, REVIEWS, ids, (to, id) -> to.text(id.toString()),
                row -> reviews.computeIfAbsent(id(row, "attempt_id"), id -> new ArrayList<>())
                        .add(new Judged(row.getLong("id"), row.getString("state"), row.getBigDecimal("score"),
                                row.getBoolean("passed"))));
        ManyRows.select(handle, PHRASES, ids, (to, id) -> to.text(id.toString()),
                row -> phrases.computeIfAbsent(id(row, "attempt_id"), id -> new ArrayList<>())
                        .add(row.getString("rule")));
        ManyRows.select(handle, CALLS, ids, (to, id) -> to.text(id.toString()), row -> {
            AttemptId id = id(row, "id");
            calls.put(id, found(row, id, phrases.getOrDefault(id, List.of()), reviews.getOrDefault(id, List.of())));
        });
        List<Found> page = new ArrayList<>();
        for (AttemptId id : ids) {
            Found call = calls.get(id);
            if (call != null) {
                page.add(call);
            }
        }
        return page;
    }

    private static AttemptId id(ResultSet row, String column) throws SQLException {
        return SqlTypes.attempt(row.getString(column));
    }

    private static Found found(ResultSet row, AttemptId id, List<String> phrases, List<Judged> reviews)
            throws SQLException {
        Long agent = row.getObject("agent_id", Long.class);
        return new Found(id, row.getString("case_ref"), row.getString("debtor_ref"),
                agent == null ? Optional.empty() : Optional.of(new Person(agent, row.getString("agent_name"))),
                row.getString("campaign"), Rows.instant(row, "at"), Duration.ofMillis(row.getLong("length_ms")),
                Optional.ofNullable(row.getString("disposition")), RecordingJson.flawNames(row.getString("flaws")),
                phrases,
                reviews);
    }
}
