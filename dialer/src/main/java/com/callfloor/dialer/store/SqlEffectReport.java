package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.Grouping;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Three grouped queries: attempts, promises decided, payments. By hour, attempts are read in quarters, of which every
 * zone's hours are made.
 */
public final class SqlEffectReport implements EffectReport {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration SLICE = Duration.ofMinutes(15);
    private static final String CALLS = """
            SELECT %s AS grouped, COUNT(*) AS attempts, COUNT(a.answered_at) AS answered,
                   SUM(a.connected_at IS NOT NULL AND NOT a.disposition <=> 'voicemail') AS conversations,
                   SUM(a.answered_at IS NOT NULL AND a.connected_at IS NULL
                       AND COALESCE(a.outcome IN ('abandoned', 'unknown'), FALSE)) AS abandoned,
                   SUM(a.connected_at IS NOT NULL AND COALESCE(a.disposition NOT IN
                       ('wrong_party', 'third_party', 'voicemail', 'no_conversation'), FALSE)) AS right_party,
                   COUNT(p.id) AS promises, SUM(a.disposition <=> 'complaint') AS complaints,
                   COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, a.connected_at, a.ended_at)), 0) AS talk,
                   COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(MICROSECOND, a.ended_at, a.disposed_at))), 0) AS wrap_up,
                   COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, a.dialed_at, a.ended_at)), 0) AS line
            FROM attempts a JOIN cases c ON c.id = a.case_id JOIN campaigns m ON m.id = c.campaign_id
            LEFT JOIN users u ON u.id = a.agent_id LEFT JOIN promises p ON p.attempt_id = a.id
            WHERE a.reserved_at >= :since AND a.reserved_at < :until GROUP BY grouped""";
    // A promise stands as it does since its last change.
    private static final String DECIDED = """
            SELECT %s AS grouped, SUM(p.state = 'kept') AS kept, SUM(p.state = 'partly_kept') AS partly_kept,
                   SUM(p.state = 'broken') AS broken
            FROM promises p
            JOIN (SELECT promise_id, MAX(id) AS id FROM promise_changes WHERE at >= :since GROUP BY promise_id) AS last
                ON last.promise_id = p.id
            JOIN promise_changes h ON h.id = last.id AND h.at < :until
            JOIN attempts a ON a.id = p.attempt_id JOIN cases c ON c.id = p.case_id
            JOIN campaigns m ON m.id = c.campaign_id LEFT JOIN users u ON u.id = p.agent_id
            WHERE p.state IN ('kept', 'partly_kept', 'broken') GROUP BY grouped""";
    private static final String RECOVERED = """
            SELECT %s AS grouped, y.currency, SUM(y.amount_minor) AS minor
            FROM payments y JOIN cases c ON c.id = y.case_id JOIN campaigns m ON m.id = c.campaign_id
            WHERE y.value_date BETWEEN :from AND :to GROUP BY grouped, y.currency""";

    private final Jdbi jdbi;
    private final ZoneId zone;
    private final Clock clock;

    /** Reads nothing yet; {@code zone}: the floor's, whose days and hours are meant. */
    public SqlEffectReport(Database database, ZoneId zone) {
        this.jdbi = database.jdbi();
        this.zone = zone;
        this.clock = database.clock();
    }

    @Override
    public SortedMap<String, Effect> of(LocalDate from, LocalDate to, Grouping by) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a period ends on the day it begins or later, not " + from + " to " + to);
        }
        SortedMap<String, Effect> found = new TreeMap<>();
        jdbi.useHandle(handle -> {
            query(handle, CALLS, by, from, to).map((row, context) -> Map.entry(group(row, by), new Effect(calls(row),
                    Effect.Decided.NONE, Map.of()))).forEach(entry -> add(found, entry));
            query(handle, DECIDED, by, from, to).map((row, context) -> Map.entry(group(row, by),
                    new Effect(Effect.Calls.NONE, new Effect.Decided(row.getLong("kept"), row.getLong("partly_kept"),
                            row.getLong("broken")), Map.of())))
                    .forEach(entry -> add(found, entry));
            if (by != Grouping.AGENT && by != Grouping.HOUR) {
                query(handle, RECOVERED, by, from, to).map((row, context) -> Map.entry(group(row, by),
                        new Effect(Effect.Calls.NONE, Effect.Decided.NONE, Map.of(
                                Currency.getInstance(row.getString("currency")), row.getLong("minor")))))
                        .forEach(entry -> add(found, entry));
            }
        });
        return found;
    }

    private static void add(SortedMap<String, Effect> found, Map.Entry<String, Effect> entry) {
        found.merge(entry.getKey(), entry.getValue(), Effect::plus);
    }

    private Query query(Handle handle, String sql, Grouping by, LocalDate from, LocalDate to) {
        Map<String, Object> values = Map.of("since", from.atStartOfDay(zone).toInstant(),
                "until", to.plusDays(1).atStartOfDay(zone).toInstant(), "from", from, "to", to,
                "today", LocalDate.ofInstant(clock.instant(), zone), "epoch", EPOCH);
        Query query = handle.createQuery(String.format(Locale.ROOT, sql, column(by)));
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        values.forEach(query::bind);
        return query;
    }

    private static String column(Grouping by) {
        return switch (by) {
            case LENDER -> "COALESCE(c.lender, '')";
            case CAMPAIGN -> "m.code";
            case AGENT -> "COALESCE(u.login, '')";
            case BUCKET -> """
                    CASE WHEN DATEDIFF(:today, c.due_date) <= 30 THEN '0-30'
                    WHEN DATEDIFF(:today, c.due_date) <= 60 THEN '31-60'
                    WHEN DATEDIFF(:today, c.due_date) <= 90 THEN '61-90' ELSE '91+' END""";
            case HOUR -> "TIMESTAMPDIFF(MINUTE, :epoch, a.reserved_at) DIV 15";
        };
    }

    private String group(ResultSet row, Grouping by) throws SQLException {
        if (by != Grouping.HOUR) {
            return row.getString("grouped");
        }
        ZonedDateTime at = EPOCH.plus(SLICE.multipliedBy(row.getLong("grouped"))).atZone(zone);
        DayOfWeek day = at.getDayOfWeek();
        return String.format(Locale.ROOT, "%s %02d", day, at.getHour());
    }

    private static Effect.Calls calls(ResultSet row) throws SQLException {
        return new Effect.Calls(row.getLong("attempts"), row.getLong("answered"), row.getLong("conversations"),
                row.getLong("abandoned"), row.getLong("right_party"), row.getLong("promises"),
                row.getLong("complaints"), Duration.of(row.getLong("talk"), ChronoUnit.MICROS),
                Duration.of(row.getLong("wrap_up"), ChronoUnit.MICROS),
                Duration.of(row.getLong("line"), ChronoUnit.MICROS));
    }
}
