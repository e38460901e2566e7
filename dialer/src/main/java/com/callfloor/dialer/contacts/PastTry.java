package com.callfloor.dialer.contacts;

import java.time.Instant;
import java.util.Optional;

/**
 * An earlier call of ours to a number, whose end is known.
 *
 * @param slot empty if the debtor's time was not known
 */
public record PastTry(Instant at, Optional<CallSlot> slot, Result result) {
    /** What it tells about the number. A call that failed on our side tells nothing, and is none. */
    public enum Result {
        /** By a person, whoever it was. */
        ANSWERED,
        /** It rang, was rejected, or a machine answered. */
        UNANSWERED,
        /** The line is in use: somebody is there, at least. */
        BUSY,
        /** Out of service. */
        INVALID
    }
}
