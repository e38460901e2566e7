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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.Effect.Money;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.Grouping;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Grouped queries: attempts, promises decided, payments, what is still due, days to the first payment, cadence. By hour,
 * attempts are read in quarters, of which every zone's hours are made.
 */
public final class SqlEffectReport implements EffectReport {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration SLICE = Duration.ofMinutes(15);
    /** For so many days a payment is thought to come of a conversation. */
    private static final int DAYS_OF_CREDIT = 30;
    private static final String WITH_DEBTOR = """
            a.connected_at IS NOT NULL AND COALESCE(a.disposition NOT IN
                       ('wrong_party', 'third_party', 'voicemail', 'no_conversation'), FALSE)""";
    private static final String CALLS = """
            SELECT %s AS grouped, COUNT(*) AS attempts, COUNT(a.answered_at) AS answered,
                   SUM(a.connected_at IS NOT NULL AND NOT a.disposition <=> 'voicemail') AS conversations,
                   SUM(a.answered_at IS NOT NULL AND a.connected_at IS NULL
                       AND COALESCE(a.outcome IN ('abandoned', 'unknown'), FALSE)) AS abandoned,
                   SUM(""" + WITH_DEBTOR
            + """
                    ) AS right_party,
                           COUNT(p.id) AS promises, SUM(a.disposition <=> 'complaint') AS complaints,
                           COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, a.connected_at, COALESCE(a.talk_ended_at, a.ended_at))), 0) AS talk,
                           COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(MICROSECOND, COALESCE(a.talk_ended_at, a.ended_at), a.disposed_at))), 0)
                               AS wrap_up,
                           COUNT(a.satisfaction) AS ratings, COALESCE(SUM(a.satisfaction), 0) AS rating_points,
                           COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, a.dialed_at, a.ended_at)), 0) AS line
                    FROM attempts a JOIN cases c ON c.id = a.case_id JOIN campaigns m ON m.id = a.campaign_id
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
            JOIN campaigns m ON m.id = a.campaign_id LEFT JOIN users u ON u.id = p.agent_id
            WHERE p.state IN ('kept', 'partly_kept', 'broken') GROUP BY grouped""";
    // {day}: the day of a conversation.
    private static final String LED_TO_IT = """
            (SELECT a.id FROM attempts a WHERE a.case_id = paid.case_id AND\s""" + WITH_DEBTOR + """
            AND {day} BETWEEN TIMESTAMPADD(DAY, -""" + DAYS_OF_CREDIT + """
            , paid.on_day) AND paid.on_day
            ORDER BY a.connected_at DESC, a.id DESC LIMIT 1)""";
    private static final String TO_GROUPS = """
            JOIN cases c ON c.id = credited.case_id LEFT JOIN attempts a ON a.id = credited.attempt_id
            JOIN campaigns m ON m.id = COALESCE(a.campaign_id, c.campaign_id) LEFT JOIN users u ON u.id = a.agent_id\s""";
    private static final String RECOVERED = """
            SELECT %s AS grouped, credited.currency, SUM(credited.amount_minor) AS minor
            FROM (SELECT paid.*,\s""" + LED_TO_IT + """
             AS attempt_id FROM (
                SELECT y.case_id, y.currency, y.amount_minor, COALESCE(o.value_date, y.value_date) AS on_day
                FROM payments y LEFT JOIN payments o
                    ON y.kind = 'reversal' AND o.lender = y.lender AND o.reference = y.reversed
                WHERE y.value_date BETWEEN :from AND :to AND y.case_id IS NOT NULL) AS paid) AS credited
            """ + TO_GROUPS + "GROUP BY grouped, credited.currency";
    private static final String DAYS = """
            SELECT %s AS grouped, DATEDIFF(credited.on_day, credited.met_on) AS days, COUNT(*) AS cases
            FROM (SELECT paid.*,\s""" + LED_TO_IT + """
            AS attempt_id,
                  (SELECT MIN({day}) FROM attempts a WHERE a.case_id = paid.case_id AND\s""" + WITH_DEBTOR
            + """
                    ) AS met_on FROM (
                        SELECT y.case_id, MIN(y.value_date) AS on_day FROM payments y
                        WHERE y.value_date BETWEEN :from AND :to AND y.case_id IS NOT NULL AND y.kind = 'payment' AND NOT EXISTS (
                            SELECT 1 FROM payments r WHERE r.kind = 'reversal' AND r.lender = y.lender AND r.reversed = y.reference)
                        GROUP BY y.case_id) AS paid
                    WHERE NOT EXISTS (
                        SELECT 1 FROM payments e WHERE e.case_id = paid.case_id AND e.value_date < :from AND e.kind = 'payment'
                        AND NOT EXISTS (SELECT 1 FROM payments r
                            WHERE r.kind = 'reversal' AND r.lender = e.lender AND r.reversed = e.reference))) AS credited
                    """
            + TO_GROUPS + "WHERE credited.met_on <= credited.on_day GROUP BY grouped, days";
    private static final String MESSAGES = """
            SELECT %s AS grouped, SUM(x.channel = 'sms') AS sms,
                   SUM(CASE WHEN x.channel = 'sms' THEN COALESCE(x.segments, 1) ELSE 0 END) AS segments,
                   SUM(x.channel = 'email') AS emails
            FROM messages x JOIN cases c ON c.id = x.case_id JOIN campaigns m ON m.id = c.campaign_id
            LEFT JOIN users u ON u.login = x.planned_by LEFT JOIN attempts a ON FALSE
            WHERE x.sent_at >= :since AND x.sent_at < :until GROUP BY grouped""";
    private static final String STILL_DUE = """
            SELECT called.grouped, called.currency, SUM(called.due) AS minor
            FROM (SELECT DISTINCT %s AS grouped, c.id, c.currency, GREATEST(c.amount_due_minor - c.paid_minor, 0) AS due
                FROM attempts a JOIN cases c ON c.id = a.case_id JOIN campaigns m ON m.id = a.campaign_id
                LEFT JOIN users u ON u.id = a.agent_id
                WHERE a.reserved_at >= :since AND a.reserved_at < :until) AS called
            GROUP BY called.grouped, called.currency""";

    private final Jdbi jdbi;
    private final ZoneId zone;
    private final Clock clock;
    private final Function<Instant, Optional<Cadence>> cadence;

    /**
     * Reads nothing yet.
     *
     * @param zone    the floor's, whose days and hours are meant
     * @param cadence how often debtors were to be called at an instant
     */
    public SqlEffectReport(Database database, ZoneId zone, Function<Instant, Optional<Cadence>> cadence) {
        this.jdbi = database.jdbi();
        this.zone = zone;
        this.clock = database.clock();
        this.cadence = cadence;
    }

    @Override
    public SortedMap<String, Effect> of(LocalDate from, LocalDate to, Grouping by) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a period ends on the day it begins or later, not " + from + " to " + to);
        }
        SortedMap<String, Effect> found = new TreeMap<>();
        jdbi.useHandle(handle -> {
            add(found, by, query(handle, CALLS, by, from, to), row -> Effect.of(calls(row)));
            add(found, by, query(handle, DECIDED, by, from, to), row -> Effect.of(new Effect.Decided(
                    row.getLong("kept"), row.getLong("partly_kept"), row.getLong("broken"))));
            if (by != Grouping.HOUR) {
                add(found, by, query(handle, MESSAGES, by, from, to), row -> Effect.of(new Effect.Messages(
                        row.getLong("sms"), row.getLong("segments"), row.getLong("emails"))));
                add(found, by, query(handle, RECOVERED, by, from, to), row -> Effect.of(
                        Money.recovered(Currency.getInstance(row.getString("currency")), row.getLong("minor"))));
                add(found, by, query(handle, STILL_DUE, by, from, to), row -> Effect.of(
                        Money.stillDue(Currency.getInstance(row.getString("currency")), row.getLong("minor"))));
                add(found, by, query(handle, DAYS, by, from, to), row -> Effect.of(
                        Money.days(row.getInt("days"), row.getLong("cases"))));
            }
            if (by.ofCases()) {
                addCadence(found, by, handle, to);
            }
        });
        return found;
    }

    private void addCadence(SortedMap<String, Effect> found, Grouping by, Handle handle, LocalDate to) {
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        Instant at = clock.instant().isBefore(end) ? clock.instant() : end;
        cadence.apply(at).ifPresent(target -> {
            Query query = SqlCadenceReport.fulfilment(handle, target, at, column(by));
            query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            add(found, by, query.bind("today", today()),
                    row -> Effect.of(new Effect.Cadence(row.getLong("cases"), row.getLong("met"))));
        });
    }

    private void add(SortedMap<String, Effect> found, Grouping by, Query query, Reading reading) {
        query.map((row, context) -> Map.entry(group(row, by), reading.of(row)))
                .forEach(entry -> found.merge(entry.getKey(), entry.getValue(), Effect::plus));
    }

    /** What a row tells. */
    @FunctionalInterface
    private interface Reading {
        Effect of(ResultSet row) throws SQLException;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Query query(Handle handle, String sql, Grouping by, LocalDate from, LocalDate to) {
        Map<String, Object> values = Map.of("since", from.atStartOfDay(zone).toInstant(),
                "until", to.plusDays(1).atStartOfDay(zone).toInstant(), "from", from, "to", to,
                "today", today(), "epoch", EPOCH);
        Query query = handle.createQuery(String.format(Locale.ROOT, sql, column(by))
                .replace("{day}", LocalDay.of("a.connected_at", zone, to)));
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
            case STRATEGY -> "COALESCE(CONCAT(a.strategy, ' ', a.strategy_version), '')";
            case STAGE -> "COALESCE(a.stage, '')";
            case SCRIPT -> "COALESCE(CONCAT(a.script, ' ', a.script_language, ' ', a.script_version), '')";
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
                Duration.of(row.getLong("line"), ChronoUnit.MICROS), row.getLong("ratings"),
                row.getLong("rating_points"));
    }
}
