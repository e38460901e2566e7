package com.callfloor.dialer.rules.history;

import java.util.Locale;
import java.util.Optional;

/** What became of a call, as far as rules count it. */
public enum CallResult {
    CONVERSATION,
    /** Somebody picked up and no conversation came of it. */
    ANSWERED,
    /** Somebody picked up and no agent was there; an answered call that asks for a remedy. */
    ABANDONED, VOICEMAIL, NO_ANSWER, BUSY,
    /** The number is not in service. */
    INVALID, FAILED,
    /** Nobody knows: a call that is still up, or one that we lost sight of. Counts as whatever a rule counts. */
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CallResult> ofCode(String code) {
        return Codes.find(values(), CallResult::code, code);
    }

    /** Whether a person was, or may have been, on the line. */
    public boolean reachedSomebody() {
        return this == CONVERSATION || this == ANSWERED || this == ABANDONED || this == UNKNOWN;
    }
}
