package com.callfloor.dialer.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import com.callfloor.dialer.store.DatabaseProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day deletes the recordings that have been kept for long enough. Every node does; each is deleted once. */
final class RetentionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration LARGEST_CLOCK_DIFFERENCE = Duration.ofSeconds(2);

    private final RetentionRun run;
    private final ClockDifference difference;
    private final Clock clock;
    private final Repeating watch;

    /** How far the database's clock and the floor's are apart. */
    interface ClockDifference {
        Duration now() throws DatabaseProblem;
    }

    /** {@code clock}: the real one; what a simulated one says is in doubt, and deletes nothing. */
    RetentionWatch(RetentionRun run, ClockDifference difference, Clock clock) {
        this.run = run;
        this.difference = difference;
        this.clock = clock;
        watch = new Repeating("retention-watch", FIRST, EVERY, this::look);
    }

    private void look() {
        try {
            Duration apart = difference.now();
            if (apart.abs().compareTo(LARGEST_CLOCK_DIFFERENCE) > 0) {
                LOG.warn("no recording is deleted: the floor's clock and the database's differ by {} ms",
                        apart.toMillis());
                return;
            }
            long deleted = run.delete(clock.instant(), "the dialer");
            if (deleted > 0) {
                LOG.info("{} recordings were kept for long enough and are deleted", deleted);
            }
        } catch (IOException | DatabaseProblem e) {
            LOG.warn("recordings that were kept for long enough cannot be deleted now; it is tried again", e);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
