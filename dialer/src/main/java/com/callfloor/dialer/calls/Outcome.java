package com.callfloor.dialer.calls;

import java.util.Locale;

/** How an attempt ended. */
public enum Outcome {
    /** The debtor and an agent were joined. */
    CONNECTED,
    /** The debtor answered and no agent came within the patience, or the debtor gave up waiting. */
    ABANDONED,
    /** The PBX took what answered for an answering machine. */
    MACHINE,
    /** It rang until the ring timeout or until the network gave up. */
    NO_ANSWER, BUSY,
    /** The called side refused the call. */
    REJECTED,
    /** The number is not in service, not allocated or malformed. */
    INVALID,
    /** No line: trunk or network full. */
    CONGESTION,
    /** The call could not be placed or broke for another technical reason. */
    FAILED,
    /** We lost sight of the call. It counts as an attempt and a possible conversation; it is never retried by itself. */
    UNKNOWN;

    /** The outcome's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it is certain that nobody and nothing answered. */
    public boolean unanswered() {
        return switch (this) {
            case NO_ANSWER, BUSY, REJECTED, INVALID, CONGESTION -> true;
            case CONNECTED, ABANDONED, MACHINE, FAILED, UNKNOWN -> false;
        };
    }

    public boolean answered() {
        return this == CONNECTED || this == ABANDONED;
    }
}
