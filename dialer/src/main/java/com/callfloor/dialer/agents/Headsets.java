package com.callfloor.dialer.agents;

import java.util.Locale;
import java.util.Optional;

/** How agents' phones and calls come together. */
public enum Headsets {
    /** Rung once at sign-in; the leg stays up for the whole shift. */
    NAILED_UP,
    /** On hook between calls: rung for each call, and hung up after it. */
    RUNG_PER_CALL;

    /** Its one name in the configuration. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Headsets> ofCode(String code) {
        for (Headsets headsets : values()) {
            if (headsets.code().equals(code)) {
                return Optional.of(headsets);
            }
        }
        return Optional.empty();
    }
}
