package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import org.jspecify.annotations.Nullable;

/**
 * A stored recording, as far as it matters for how long it is kept.
 *
 * @param region of the case, ISO 3166; null if it is not known
 * @param packs rule packs that the call was made under; empty if that cannot be read
 * @param lastActivity the latest call of whoever, message, payment or fact about the case, not before the call's end
 * @param held whether it, or its case, is on hold
 */
public record KeptRecording(AttemptId attempt, String objectKey, String lender, @Nullable String product,
        @Nullable String region, Optional<Set<String>> packs, Instant storedAt, Instant callEnded,
        Instant lastActivity, boolean held) {}
