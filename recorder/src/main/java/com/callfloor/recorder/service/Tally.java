package com.callfloor.recorder.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;

/** Counts. Thread-safe. */
final class Tally {
    private static final int LATENCIES_REMEMBERED = 4_096;

    private final Latencies latencies = new Latencies(LATENCIES_REMEMBERED);
    /** By id, since a missing recording that turns up late is missing no more. */
    private final Set<UUID> missing = new HashSet<>();
    private long stored;
    private long verified;
    private long failures;

    synchronized void stored(StoredRecording recording) {
        stored++;
        verified += recording.verified() ? 1 : 0;
        missing.remove(recording.attemptId());
    }

    synchronized void missing(ExpectedRecording expected) {
        missing.add(expected.attemptId());
    }

    synchronized void failed() {
        failures++;
    }

    void playableAfter(Duration sinceHangup) {
        latencies.add(sinceHangup);
    }

    synchronized RecorderSnapshot snapshot(long pending, OptionalLong spoolFreeBytes) {
        return new RecorderSnapshot(pending + stored + missing.size(), pending, stored, verified, missing.size(),
                failures, latencies.summary(), spoolFreeBytes);
    }
}
