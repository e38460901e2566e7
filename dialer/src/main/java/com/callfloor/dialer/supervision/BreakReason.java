package com.callfloor.dialer.supervision;

import java.util.Locale;
import java.util.Optional;

/** Why an agent is away. */
public enum BreakReason {
    LUNCH, REST, TRAINING, OTHER;

    /** The reason's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BreakReason> ofCode(String code) {
        for (BreakReason reason : values()) {
            if (reason.code().equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
