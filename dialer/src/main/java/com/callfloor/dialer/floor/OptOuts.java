package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;

/**
 * People who pressed the key that ends all calls to their number. The rules deny them as soon as the fact is on disk; what
 * was reserved before that is stopped here. Confined to the floor's thread.
 */
final class OptOuts {
    private static final Duration LONGEST_WRITING = Duration.ofSeconds(5);

    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final Duration longestReservation;
    private final Map<AttemptId, Instant> unwritten = new HashMap<>();
    private final Map<AttemptId, PhoneNumber> numbers = new HashMap<>();
    private final Map<PhoneNumber, Instant> barredUntil = new HashMap<>();

    /** @param longestReservation a reservation older than this is not dialed */
    OptOuts(Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, Duration longestReservation) {
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.longestReservation = longestReservation;
    }

    void pressed(AttemptId attempt, Instant at) {
        unwritten.put(attempt, clock.instant());
        calls.find(attempt).ifPresent(call -> {
            numbers.put(attempt, call.number);
            barredUntil.put(call.number, Instant.MAX);
        });
        journal.write(new FloorFact.OptedOut(at, attempt));
    }

    /** The fact is on disk: the next reservation knows of it. */
    void written(AttemptId attempt) {
        pbx.forgetOptOut(attempt);
        unwritten.remove(attempt);
        Optional.ofNullable(numbers.remove(attempt))
                .ifPresent(number -> barredUntil.put(number, clock.instant().plus(longestReservation)));
    }

    /** The next reservation would not know of an opt-out yet. */
    boolean beingWritten(Instant now) {
        // One that the database never takes is in the log, and must not end all dialing.
        return unwritten.values().stream().anyMatch(since -> now.isBefore(since.plus(LONGEST_WRITING)));
    }

    boolean bar(PhoneNumber number, Instant now) {
        barredUntil.values().removeIf(now::isAfter);
        return barredUntil.containsKey(number);
    }
}
