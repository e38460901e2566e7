package com.callfloor.dialer.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** The imports of case files, those under way among them. Blocks on the database. */
public interface ImportBook {
    /** From a file's arrival until its last good row can be called (SEED-IMP). */
    Duration LONGEST_WAY = Duration.ofHours(1);

    /** Begins an import; returns its id. {@code sha256}: of the file's bytes, in hexadecimal. */
    long begin(Arrival arrival, Instant at);

    /** What was read so far. */
    void progress(long importId, long read, long bad);

    void end(long importId, Ending ending);

    /** The missing cases of a held import are withdrawn now. */
    void confirmed(long importId, long withdrawn, String by);

    Optional<ImportRecord> byId(long importId);

    /** Latest first; those before {@code before} if it is given. */
    List<ImportRecord> page(@Nullable Long before, int limit);

    /** The import of this very file, the same bytes come at the same time, that went to its end. */
    Optional<ImportRecord> takenBefore(String source, String sha256, Instant arrivedAt);

    /** Ends what an earlier run of the dialer left open. */
    int failUnfinished(Words why, Instant at);

    /** Imports of the day before {@code now} that took longer than {@link #LONGEST_WAY}, or do so by now. */
    List<ImportRecord> late(Instant now);

    /** {@code lender}: whose full file it is; null if unknown. */
    record Arrival(String source, @Nullable String lender, DeliveryKind kind, String sha256, Instant arrivedAt) {}

    /**
     * How an import ended.
     *
     * @param dialableAt when its last good row was in the books; null if none is
     * @param missing open cases that a full file did not hold and that wait for somebody to confirm
     * @param problem what went wrong, or why it is held; null if nothing
     */
    record Ending(State state, Instant at, @Nullable Instant dialableAt, long read, long bad, long added, long updated,
            long withdrawn, long missing, @Nullable Words problem) {}

    enum State {
        RUNNING,
        /** Its rows are in; its missing cases wait for somebody to confirm that they are withdrawn. */
        HELD, DONE, FAILED
    }

    /** {@code read}, {@code bad}: rows so far. */
    record ImportRecord(long id, String source, @Nullable String lender, DeliveryKind kind, State state,
            @Nullable String sha256, Instant arrivedAt, Instant beganAt, @Nullable Instant endedAt,
            @Nullable Instant dialableAt, long read, long bad, long added, long withdrawn, long missing,
            @Nullable Words problem) {

        /** Until {@code now} for an import that is under way. */
        public double rowsPerSecond(Instant now) {
            long millis = Duration.between(beganAt, endedAt == null ? now : endedAt).toMillis();
            return millis <= 0 ? 0 : read * 1000.0 / millis;
        }

        /** Empty while its rows are not all dialable. */
        public Optional<Duration> arrivalToDialable() {
            return dialableAt == null ? Optional.empty() : Optional.of(Duration.between(arrivedAt, dialableAt));
        }

        public boolean late(Instant now) {
            return state == State.RUNNING
                    ? Duration.between(arrivedAt, now).compareTo(LONGEST_WAY) > 0
                    : arrivalToDialable().filter(way -> way.compareTo(LONGEST_WAY) > 0).isPresent();
        }
    }
}
