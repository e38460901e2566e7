package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.callfloor.dialer.supervision.alerts.AlertSource;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;
import org.jdbi.v3.core.Jdbi;

/** What alerts are decided from, out of the books. */
public final class SqlAlertSource implements AlertSource {
    private static final Duration LATELY = Duration.ofMinutes(30);
    private static final Duration BEFORE = Duration.ofHours(4);
    private static final Duration RECORDED_LATELY = Duration.ofHours(1);
    private static final String ANSWERS = """
            SELECT k.code, SUM(a.reserved_at >= :lately) AS calls,
                   SUM(a.reserved_at >= :lately AND a.answered_at IS NOT NULL) AS answered,
                   SUM(a.reserved_at < :lately) AS calls_before,
                   SUM(a.reserved_at < :lately AND a.answered_at IS NOT NULL) AS answered_before
            FROM attempts a JOIN campaigns k ON k.id = a.campaign_id
            WHERE a.reserved_at >= :before AND a.reserved_at <= :now AND a.dialed_at IS NOT NULL
              AND (a.ended_at IS NOT NULL OR a.answered_at IS NOT NULL)
            GROUP BY k.code""";

    /** Flaws as {@code RecordingJson} writes them. */
    private static final String RECORDINGS = """
            SELECT (SELECT COUNT(*) FROM recordings WHERE state = 'missing' AND ended_at >= :from) AS missing,
                   SUM(flaws LIKE '%"too_short"%' OR flaws LIKE '%"empty"%') AS too_short,
                   SUM(flaws LIKE '%"debtor_silent"%' OR flaws LIKE '%"agent_silent"%') AS one_sided
            FROM recordings WHERE state = 'stored' AND stored_at >= :from""";

    private final Jdbi jdbi;
    private final Function<Instant, Optional<Cadence>> target;

    /** {@code target}: the one in force at an instant. */
    public SqlAlertSource(Database database, Function<Instant, Optional<Cadence>> target) {
        this.jdbi = database.jdbi();
        this.target = target;
    }

    @Override
    public Map<String, AnswerFigures> answers(Instant now) {
        Instant lately = now.minus(LATELY);
        return jdbi.withHandle(handle -> handle.createQuery(ANSWERS)
                .bind("lately", lately)
                .bind("before", lately.minus(BEFORE))
                .bind("now", now)
                .map((row, context) -> Map.entry(row.getString("code"),
                        new AnswerFigures(row.getLong("calls"), row.getLong("answered"),
                                row.getLong("calls_before"), row.getLong("answered_before"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public RecordingFigures recordings(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(RECORDINGS)
                .bind("from", now.minus(RECORDED_LATELY))
                .map((row, context) -> new RecordingFigures(row.getLong("missing"), row.getLong("too_short"),
                        row.getLong("one_sided")))
                .one());
    }

    @Override
    public Map<String, CaseFigures> cadence(Instant now) {
        return target.apply(now)
                .map(cadence -> jdbi.withHandle(handle -> SqlCadenceReport.fulfilment(handle, cadence, now, "m.code")
                        .map((row, context) -> Map.entry(row.getString("grouped"),
                                new CaseFigures(row.getLong("cases"), row.getLong("met"))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .orElse(Map.of());
    }
}
