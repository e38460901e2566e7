package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.AnswerForecast;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.FloorCounts;
import com.callfloor.dialer.contacts.FloorCounts.DayCount;
import com.callfloor.dialer.contacts.Forgetting;
import com.callfloor.dialer.contacts.HourBand;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of this floor's attempts, as the database counts them: all of them once, then only the days that can still
 * change, every 10 minutes. Usable from any thread; only whoever asks first waits for the database.
 */
final class LearnedContacts {
    private static final Logger LOG = LoggerFactory.getLogger(LearnedContacts.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** An attempt's end, and what an agent says of it, are written within hours of its reservation. */
    private static final int DAYS_THAT_CHANGE = 2;
    private static final String COUNTS = """
            SELECT DATE(reserved_at) AS day, role, hour_band, weekend, COUNT(*) AS attempts,
                   COUNT(CASE WHEN outcome = 'abandoned' OR (outcome = 'connected' AND NOT disposition <=> 'voicemail')
                         THEN 1 END) AS answers
            FROM attempts
            WHERE reserved_at >= :since AND role IS NOT NULL
              AND outcome IN ('connected', 'abandoned', 'machine', 'no_answer', 'busy', 'rejected', 'invalid')
            GROUP BY day, role, hour_band, weekend""";

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Learned learned;

    LearnedContacts(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Learned(Instant at, List<DayCount> counts, AnswerForecast forecast) {}

    /** Must not be asked for within a transaction: the first time it takes a connection of its own. */
    AnswerForecast forecast() {
        Instant now = clock.instant();
        Learned known = learned;
        if (known == null) {
            return first(now).forecast();
        }
        if (known.at().plus(FRESH).isBefore(now) && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("learned-contacts").start(() -> refresh(known, now));
        }
        return known.forecast();
    }

    private synchronized Learned first(Instant now) {
        Learned known = learned;
        if (known == null) {
            known = learn(now, counted(today(now).minusDays(Forgetting.LOOKS_BACK.toDays())));
            learned = known;
        }
        return known;
    }

    private void refresh(Learned known, Instant now) {
        try {
            LocalDate changes = today(known.at()).minusDays(DAYS_THAT_CHANGE);
            LocalDate forgotten = today(now).minusDays(Forgetting.LOOKS_BACK.toDays());
            List<DayCount> counts = new ArrayList<>(counted(changes));
            known.counts()
                    .stream()
                    .filter(count -> count.day().isBefore(changes) && !count.day().isBefore(forgotten))
                    .forEach(counts::add);
            learned = learn(now, counts);
        } catch (RuntimeException e) {
            LOG.info("what numbers answer is not learned for now, the last counts stay: {}", e.getMessage());
            learned = new Learned(now, known.counts(), known.forecast());
        } finally {
            refreshing.set(false);
        }
    }

    private static Learned learn(Instant now, List<DayCount> counts) {
        return new Learned(now, List.copyOf(counts), new AnswerForecast(FloorCounts.of(counts, today(now))));
    }

    private List<DayCount> counted(LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("since", since.atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(LearnedContacts::count)
                .list());
    }

    private static DayCount count(ResultSet row, StatementContext context) throws SQLException {
        Integer band = row.getObject("hour_band", Integer.class);
        return new DayCount(row.getObject("day", LocalDate.class),
                Rows.constant(NumberRole.class, row.getString("role")),
                band == null
                        ? Optional.empty()
                        : Optional.of(new CallSlot(new HourBand(band), row.getBoolean("weekend"))),
                row.getLong("attempts"), row.getLong("answers"));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
