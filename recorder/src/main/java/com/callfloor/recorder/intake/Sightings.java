package com.callfloor.recorder.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.recorder.spool.RawFile;

/** Remembers since when a suspicious raw file has looked the same. Lost on restart, which only costs one more look. */
final class Sightings {
    private final ConcurrentHashMap<UUID, Sighting> seen = new ConcurrentHashMap<>();

    /** Whether the file has looked like this for so long. */
    boolean stoodStill(RawFile raw, Instant now, Duration time) {
        Sighting first = seen.compute(raw.attemptId(),
                (id, before) -> before != null && before.raw().equals(raw) ? before : new Sighting(raw, now));
        return first != null && !now.isBefore(first.since().plus(time));
    }

    void forget(UUID attemptId) {
        seen.remove(attemptId);
    }

    private record Sighting(RawFile raw, Instant since) {}
}
