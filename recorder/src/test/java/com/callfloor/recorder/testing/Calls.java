package com.callfloor.recorder.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.callfloor.recorder.register.ExpectedRecording;

/** Calls that were answered, in the past by any clock, and their raw files. */
public final class Calls {
    public static final Instant ANSWERED = Instant.parse("2025-11-23T08:00:00Z");

    private Calls() {}

    /** An agent was connected at once. */
    public static ExpectedRecording connected(Duration length) {
        return new ExpectedRecording(UUID.randomUUID(), "case-1", ANSWERED, ANSWERED.plus(length), ANSWERED);
    }

    public static ExpectedRecording abandoned(Duration length) {
        return new ExpectedRecording(UUID.randomUUID(), "case-1", ANSWERED, ANSWERED.plus(length), null);
    }

    public static Path writeRaw(Path spool, ExpectedRecording call, byte[] pcm) throws IOException {
        return Files.write(spool.resolve(call.attemptId() + ".raw"), pcm);
    }

    /** Debtor 440 Hz left, agent 1000 Hz right, as long as the call. */
    public static Path writeTones(Path spool, ExpectedRecording call) throws IOException {
        return writeRaw(spool, call, Sound.tones(call.expectation().length(), 440, 1_000));
    }
}
