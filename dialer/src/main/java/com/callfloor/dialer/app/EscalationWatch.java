package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.callfloor.dialer.strategy.EscalationRound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day turns the steps of the ladder that became due into tasks. Every node does: the same step is one task. */
final class EscalationWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EscalationWatch.class);
    /** A floor that was off over the holidays catches up. */
    private static final int DAYS_CAUGHT_UP = 14;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int EVERY_SECONDS = 60;

    private final EscalationRound round;
    private final Supplier<LocalDate> today;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("escalation-watch").daemon().factory());
    private @Nullable LocalDate done;

    /** @param today the floor's day */
    EscalationWatch(EscalationRound round, Supplier<LocalDate> today) {
        this.round = round;
        this.today = today;
        var unused = thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        LocalDate now = today.get();
        LocalDate before = done;
        if (now.equals(before)) {
            return;
        }
        try {
            round.run(before == null ? now.minusDays(DAYS_CAUGHT_UP) : before, now);
            done = now;
        } catch (RuntimeException e) {
            LOG.warn("the steps that are due today could not be made tasks now; it is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the watch of escalations did not end within {}", LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
