package com.callfloor.dialer.idempotency;

import java.time.Duration;
import java.time.Instant;

/** Which keys were used, and what was answered. Outlives the process; any number of nodes may ask at once. */
public interface IdempotencyBook {
    /** So long an answer is given again. */
    Duration KEPT_FOR = Duration.ofHours(24);
    /**
     * A request that is under way for longer is taken for lost with the process that did it, and may be done anew. Longer than
     * any request takes.
     */
    Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /** Takes the key for this request, or tells why that cannot be. */
    Claim claim(KeyedRequest request);

    /** What a key says of a request. */
    sealed interface Claim {
        /** Do it now, then {@link #keep} or {@link #release}. */
        record Fresh() implements Claim {}

        /** It was done: this is the answer. */
        record Done(KeptAnswer answer) implements Claim {}

        /** The same request is being done right now. */
        record UnderWay() implements Claim {}

        /** The key stands for another request. */
        record Taken() implements Claim {}
    }

    /** Keeps the answer for whoever comes again. Does nothing if somebody else took the key over meanwhile. */
    void keep(KeyedRequest request, KeptAnswer answer);

    /** Frees the key: the request was not done, or nobody knows. */
    void release(KeyedRequest request);

    /** Forgets what began before then; returns how many. */
    int clean(Instant before);
}
