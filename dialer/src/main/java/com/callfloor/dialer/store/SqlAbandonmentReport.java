package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.Abandonment.Slice;
import org.jdbi.v3.core.Jdbi;

/** Abandonment by campaign, read in half hours, which lie within one clock hour of nearly every time zone. */
public final class SqlAbandonmentReport implements Abandonment.Report {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration SLICE = Duration.ofMinutes(30);
    private static final Duration LONGEST_RING = Duration.ofHours(1);
    private static final String CAMPAIGN = "SELECT id FROM campaigns WHERE code = :campaign";
    // A call that we lost sight of, unless it was connected, may have left somebody in silence. What an agent called a
    // voicemail was no person.
    private static final String SLICES = """
            SELECT slice, last_day, SUM(connected) AS connected, SUM(abandoned) AS abandoned,
                   SUM((connected OR abandoned) AND answered_by IN ('human', 'unsure')) AS screened,
                   SUM(outcome = 'machine') AS machines
            FROM (SELECT TIMESTAMPDIFF(MINUTE, :epoch, a.answered_at) DIV 30 AS slice,
                         a.answered_at >= :day_ago AS last_day,
                         a.connected_at IS NOT NULL AND NOT a.disposition <=> 'voicemail' AS connected,
                         a.connected_at IS NULL AND a.outcome IN ('abandoned', 'unknown') AS abandoned,
                         a.outcome, a.answered_by
                  FROM attempts a
                  WHERE a.reserved_at >= :since_reserved AND a.answered_at >= :since
                  AND a.campaign_id = :campaign) AS answered
            GROUP BY slice, last_day""";

    private final Jdbi jdbi;
    private final ZoneId zone;
    private final double falsePositiveRate;

    /**
     * Reads nothing yet.
     *
     * @param falsePositiveRate the measured share of people whom machine detection takes for machines
     */
    public SqlAbandonmentReport(Database database, ZoneId zone, double falsePositiveRate) {
        this.jdbi = database.jdbi();
        this.zone = zone;
        this.falsePositiveRate = falsePositiveRate;
    }

    @Override
    public Optional<Abandonment> of(String campaign, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(CAMPAIGN)
                .bind("campaign", campaign)
                .mapTo(Long.class)
                .findOne()
                .map(id -> {
                    Instant since = now.minus(Abandonment.REACH);
                    List<Slice> slices = handle.createQuery(SLICES)
                            .bind("epoch", EPOCH)
                            .bind("day_ago", now.minus(Duration.ofHours(24)))
                            .bind("since", since)
                            .bind("since_reserved", since.minus(LONGEST_RING))
                            .bind("campaign", id)
                            .map((row, context) -> new Slice(
                                    EPOCH.plus(SLICE.multipliedBy(row.getLong("slice"))),
                                    row.getBoolean("last_day"), row.getLong("connected"), row.getLong("abandoned"),
                                    row.getLong("screened"), row.getLong("machines")))
                            .list();
                    return Abandonment.of(slices, zone, falsePositiveRate);
                }));
    }
}
