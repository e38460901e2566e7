package com.callfloor.dialer.trunks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/**
 * When a trunk that refuses calls is tried again: after 1, 2, 4 ... 60 s, with one call, until the network takes one.
 *
 * <p>It begins with the third refusal in a row: one in many calls may well find the far network full, and a trunk must not
 * rest for that. What was placed before a rest began cannot lengthen it.
 */
final class BackOff {
    private static final int REFUSALS_IN_A_ROW = 3;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private int refusals;
    private int rests;
    private Instant begunAt = Instant.MIN;
    private Instant until = Instant.MIN;
    private Words why = Words.NOTHING;

    void refused(Instant placedAt, Instant now, Words because) {
        if (placedAt.isBefore(begunAt)) {
            return;
        }
        refusals++;
        if (refusals >= REFUSALS_IN_A_ROW) {
            Duration wait = SHORTEST.multipliedBy(1L << Math.min(rests, 6));
            until = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
            begunAt = now;
            rests++;
            why = because;
        }
    }

    void carried() {
        refusals = 0;
        rests = 0;
        begunAt = Instant.MIN;
        until = Instant.MIN;
    }

    /** Whether it must first prove itself with a single call. */
    boolean onTrial() {
        return rests > 0;
    }

    /** Until when nothing is placed; empty if it may be tried. */
    Optional<Instant> until(Instant now) {
        return now.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    Optional<Words> why() {
        return rests > 0 ? Optional.of(why) : Optional.empty();
    }
}
