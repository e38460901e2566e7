package com.callfloor.dialer.supervision;

import java.util.Locale;
import java.util.Optional;

/** Why an agent who looked at a case did not call it. */
public enum SkipReason {
    /** The case's data look wrong. */
    WRONG_DATA,
    /** A promise to pay is not due yet. */
    PROMISED,
    /** Not a good time to call this debtor. */
    BAD_TIME, OTHER;

    /** The reason's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SkipReason> ofCode(String code) {
        for (SkipReason reason : values()) {
            if (reason.code().equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
