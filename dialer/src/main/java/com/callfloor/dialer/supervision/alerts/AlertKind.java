package com.callfloor.dialer.supervision.alerts;

import java.util.Locale;
import java.util.Optional;

/** What there may be to warn of. */
public enum AlertKind {
    /** A campaign comes near the cap of abandoned calls, or is beyond it. */
    ABANDONMENT,
    /** A trunk refuses calls or its far side does not answer, or the registration with a carrier is lost. */
    TRUNK,
    /** A campaign's calls are answered far less often than its earlier ones. */
    ANSWER_RATE,
    /** Calls cannot be recorded, or recordings cannot be taken in. */
    RECORDING,
    /** Recordings of calls that are over are missing, too short or lack a side. */
    RECORDING_FLAWS,
    /** Many of a campaign's cases are behind their cadence target. */
    CADENCE,
    /** An agent is on a break or wraps up for longer than allowed. */
    AGENT_STATE;

    /** The kind's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AlertKind> ofCode(String code) {
        for (AlertKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
