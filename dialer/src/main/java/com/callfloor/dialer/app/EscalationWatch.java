package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;

import com.callfloor.dialer.strategy.AssignmentRound;
import com.callfloor.dialer.strategy.EscalationRound;
import org.jspecify.annotations.Nullable;

/**
 * Once a day assigns people to arms, and turns the steps of the ladder that became due into tasks. Every node does: the same
 * step is one task.
 */
final class EscalationWatch implements AutoCloseable {
    /** A floor that was off over the holidays catches up. */
    private static final int DAYS_CAUGHT_UP = 14;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final AssignmentRound assignments;
    private final EscalationRound round;
    private final Supplier<LocalDate> today;
    private final Repeating watch;
    private @Nullable LocalDate done;

    /** @param today the floor's day */
    EscalationWatch(AssignmentRound assignments, EscalationRound round, Supplier<LocalDate> today) {
        this.assignments = assignments;
        this.round = round;
        this.today = today;
        watch = new Repeating("escalation-watch", EVERY, EVERY, this::look);
    }

    private void look() {
        LocalDate now = today.get();
        LocalDate before = done;
        if (!now.equals(before)) {
            // First: which steps a case has may be its arm's.
            assignments.run(now);
            round.run(before == null ? now.minusDays(DAYS_CAUGHT_UP) : before, now);
            done = now;
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
