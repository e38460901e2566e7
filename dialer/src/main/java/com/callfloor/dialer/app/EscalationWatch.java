package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;

import com.callfloor.dialer.strategy.AssignmentRound;
import com.callfloor.dialer.strategy.EscalationRound;
import org.jspecify.annotations.Nullable;

/**
 * Once a day assigns people to arms, moves cases to the campaigns of the stages that they came into, and turns the steps of the ladder that became due into tasks. Every node does: the same
 * step is one task.
 */
final class EscalationWatch implements AutoCloseable {
    /** A floor that was off over the holidays catches up. */
    private static final int DAYS_CAUGHT_UP = 14;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final AssignmentRound assignments;
    private final EscalationRound round;
    private final Runnable placing;
    private final Supplier<LocalDate> today;
    private final Repeating watch;
    private @Nullable LocalDate done;

    /**
     * Starts looking.
     *
     * @param placing puts cases into the campaigns of their stages
     * @param today the floor's day
     */
    EscalationWatch(AssignmentRound assignments, EscalationRound round, Runnable placing, Supplier<LocalDate> today) {
        this.assignments = assignments;
        this.round = round;
        this.placing = placing;
        this.today = today;
        watch = new Repeating("escalation-watch", EVERY, EVERY, this::look);
    }

    private void look() {
        LocalDate now = today.get();
        LocalDate before = done;
        if (!now.equals(before)) {
            // First: which steps and which campaign a case has may be its arm's.
            assignments.run(now);
            placing.run();
            round.run(before == null ? now.minusDays(DAYS_CAUGHT_UP) : before, now);
            done = now;
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
