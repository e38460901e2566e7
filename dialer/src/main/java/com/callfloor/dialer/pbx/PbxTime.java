package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * When things happened on the PBX, by the floor's clock. A busy dialer reads its events late; what it writes down must
 * not be late for that, or conversations would seem shorter than their recordings.
 *
 * <p>The PBX stamps its events. The smallest delay seen between a stamp and its reading is the difference of the clocks
 * plus the shortest way; every stamp is moved by that much. It is forgotten after one to two minutes, so that clocks may
 * drift. Confined to the dispatch thread.
 */
final class PbxTime implements InstantSource {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final double NANOS = 1_000_000_000;

    private final InstantSource clock;
    private @Nullable Duration smallest;
    private @Nullable Duration smallestBefore;
    private Instant since = Instant.MIN;
    private @Nullable Instant telling;

    PbxTime(InstantSource clock) {
        this.clock = clock;
    }

    /** While {@code task} runs, it is the event's time. {@code stamp}: seconds since the epoch; null if it has none. */
    void during(@Nullable Double stamp, Runnable task) {
        telling = stamp == null ? null : moved(instantOf(stamp));
        try {
            task.run();
        } finally {
            telling = null;
        }
    }

    /** The time of the event that is being told, else now. */
    @Override
    public Instant instant() {
        return telling == null ? clock.instant() : telling;
    }

    private Instant moved(Instant stamped) {
        Instant read = clock.instant();
        Duration delay = Duration.between(stamped, read);
        if (since.equals(Instant.MIN) || read.isAfter(since.plus(REMEMBERED))) {
            smallestBefore = smallest;
            smallest = delay;
            since = read;
        } else {
            smallest = smaller(smallest, delay);
        }
        Instant at = stamped.plus(smaller(smallestBefore, smaller(smallest, delay)));
        return at.isAfter(read) ? read : at;
    }

    private static Duration smaller(@Nullable Duration one, Duration other) {
        return one == null || one.compareTo(other) > 0 ? other : one;
    }

    private static Instant instantOf(double seconds) {
        long whole = (long) seconds;
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * NANOS / 1_000) * 1_000);
    }
}
