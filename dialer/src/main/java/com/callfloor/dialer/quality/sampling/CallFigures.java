package com.callfloor.dialer.quality.sampling;

import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;

/**
 * What the books know of a conversation that may be drawn.
 *
 * @param conversation from the agent's joining to the end
 * @param agentSince when the agent had their first call
 * @param brokenPromise a promise that was made on it was broken
 */
public record CallFigures(AttemptId id, long agent, Instant at, Duration conversation, Instant agentSince,
        boolean complaint, boolean brokenPromise, boolean forbiddenPhrase, boolean missingPhrase) {}
