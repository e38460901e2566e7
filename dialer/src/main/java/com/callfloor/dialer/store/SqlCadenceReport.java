package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.callfloor.dialer.rules.books.CadenceReport;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Compares the open cases with their cadence target, in one query. */
public final class SqlCadenceReport implements CadenceReport {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String REACHED = """
            SELECT a.debtor_id FROM attempts a
            WHERE a.reserved_at > :reached AND a.reserved_at <= :now AND a.outcome = 'connected'
              AND a.purpose = 'collection' AND (a.disposition IS NULL
                   OR a.disposition NOT IN ('voicemail', 'no_conversation', 'wrong_party', 'third_party'))%s
            UNION
            SELECT o.debtor_id FROM other_calls o
            LEFT JOIN debtor_numbers l ON l.debtor_id = o.debtor_id AND l.number_id = o.number_id
            WHERE o.at > :reached AND o.at <= :now AND o.result = 'conversation'
              AND COALESCE(l.role, '') <> 'contact'%s""";
    private static final String REACHED_OF = String.format(Locale.ROOT, REACHED, " AND a.debtor_id IN (<debtors>)",
            " AND o.debtor_id IN (<debtors>)");
    // Who was reached is a person, whichever of their cases it was about; what is called is the case. Neither counts
    // where somebody else was called or picked up.
    private static final String STANDING = "WITH reached AS (" + String.format(Locale.ROOT, REACHED, "", "") + """
            ),
            made AS (
                SELECT case_id, COUNT(*) AS calls FROM attempts
                WHERE reserved_at > :week AND reserved_at <= :now AND purpose = 'collection' GROUP BY case_id),
            standing AS (
                SELECT c.id, c.ref, c.next_call_at, reached.debtor_id IS NOT NULL AS contactable,
                       COALESCE(made.calls, 0) AS calls,
                       CASE WHEN reached.debtor_id IS NOT NULL THEN :contactable ELSE :uncontactable END AS wanted
                FROM cases c
                LEFT JOIN made ON made.case_id = c.id
                LEFT JOIN reached ON reached.debtor_id = c.debtor_id
                WHERE c.state = 'open')""";

    private static final String BEHIND = STANDING + """
            , behind AS (
                SELECT * FROM standing WHERE calls < wanted ORDER BY wanted - calls DESC, id LIMIT :limit)
            SELECT behind.*, d.verdict, d.decision
            FROM behind
            LEFT JOIN decisions d ON d.id = (SELECT latest.id FROM decisions latest WHERE latest.case_id = behind.id
                                               AND latest.message_id IS NULL
                                             ORDER BY latest.at DESC, latest.id DESC LIMIT 1)
            ORDER BY behind.wanted - behind.calls DESC, behind.id""";

    private static final String FULFILMENT = STANDING + """
             SELECT %s AS grouped, COUNT(*) AS cases, SUM(s.calls >= s.wanted) AS met
            FROM standing s JOIN cases c ON c.id = s.id JOIN campaigns m ON m.id = c.campaign_id
            WHERE c.open_since <= :week GROUP BY grouped""";

    private final Jdbi jdbi;
    private final ObjectMapper json = new ObjectMapper();

    public SqlCadenceReport(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Behind> behind(Cadence target, Instant now, int limit) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(BEHIND), target, now).bind("limit", limit)
                .map((row, context) -> behind(row, now))
                .list());
    }

    /**
     * Asks how many of the cases that are open now, and were all week, had their target in the week that ended at an instant. A
     * newer one cannot have had it yet.
     *
     * @param grouped an expression over cases {@code c} and their campaigns {@code m}
     */
    static Query fulfilment(Handle handle, Cadence target, Instant at, String grouped) {
        return bound(handle.createQuery(String.format(Locale.ROOT, FULFILMENT, grouped)), target, at);
    }

    /** Who of these debtors was reached after one instant and until another, as the report counts it. */
    static Set<Long> reached(Handle handle, List<Long> debtors, Instant after, Instant now) {
        return debtors.isEmpty()
                ? Set.of()
                : handle.createQuery(REACHED_OF)
                        .bindList("debtors", debtors)
                        .bind("reached", after)
                        .bind("now", now)
                        .mapTo(Long.class)
                        .set();
    }

    private static Query bound(Query query, Cadence target, Instant now) {
        return query.bind("contactable", target.contactable())
                .bind("uncontactable", target.uncontactable())
                .bind("now", now)
                .bind("week", now.minus(WEEK))
                .bind("reached", now.minus(target.reachedWithin()));
    }

    private Behind behind(ResultSet row, Instant now) throws SQLException {
        Instant next = Rows.instantOrNull(row, "next_call_at");
        String verdict = row.getString("verdict");
        boolean denied = verdict != null && !"allow".equals(verdict);
        List<String> rules = denied ? deniedBy(row.getString("decision")) : List.of();
        return new Behind(row.getString("ref"), row.getBoolean("contactable"), row.getInt("calls"),
                row.getInt("wanted"), why(next, now, denied, row.getString("decision")), rules, next);
    }

    private Why why(@Nullable Instant next, Instant now, boolean denied, @Nullable String decision) {
        if (next == null) {
            return Why.BLOCKED;
        }
        if (!next.isAfter(now)) {
            return Why.NO_AGENTS;
        }
        if (!denied || decision == null) {
            return Why.PLANNED;
        }
        return read(decision).path("hours_only").asBoolean() ? Why.HOURS : Why.CAP;
    }

    private List<String> deniedBy(String decision) {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : read(decision).path("rules")) {
            if ("deny".equals(rule.path("verdict").asText())) {
                rules.add(rule.path("id").asText());
            }
        }
        return rules;
    }

    private JsonNode read(String decision) {
        try {
            return json.readTree(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold a decision that is no JSON; verify the decision log", e);
        }
    }
}
