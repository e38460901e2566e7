package com.callfloor.recorder.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.callfloor.recorder.audio.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * A call that was answered and has ended, and so must have a recording.
 *
 * @param attemptId the attempt's id, which is the PBX channel's too
 * @param caseId the case's id in the floor's books; opaque here, never part of a path or a key
 * @param answeredAt when the debtor answered
 * @param endedAt when the call ended, not before its answer
 * @param connectedAt when an agent was connected, not before the answer; null if none was (the call was abandoned)
 */
public record ExpectedRecording(UUID attemptId, String caseId, Instant answeredAt, Instant endedAt,
        @Nullable Instant connectedAt) {
    public ExpectedRecording {
        if (caseId.isBlank()) {
            throw new IllegalArgumentException("attempt " + attemptId + " names no case");
        }
        if (endedAt.isBefore(answeredAt)) {
            throw new IllegalArgumentException(
                    "attempt " + attemptId + " ended at " + endedAt + ", before its answer at " + answeredAt);
        }
        if (connectedAt != null && connectedAt.isBefore(answeredAt)) {
            throw new IllegalArgumentException("attempt " + attemptId + " was connected at " + connectedAt
                    + ", before its answer at " + answeredAt);
        }
    }

    /** What the recording should be. */
    public Expectation expectation() {
        Duration withAgent = Optional.ofNullable(connectedAt)
                .filter(endedAt::isAfter)
                .map(connected -> Duration.between(connected, endedAt))
                .orElse(Duration.ZERO);
        return new Expectation(Duration.between(answeredAt, endedAt), withAgent);
    }
}
