package com.callfloor.dialer.calls;

import java.util.Locale;
import java.util.Optional;

/** Who the PBX thinks picked up. Whoever it is unsure of is treated as a person. */
public enum AnsweredBy {
    HUMAN, MACHINE, UNSURE;

    /** Its one name in SQL and in the dialplan. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AnsweredBy> ofCode(String code) {
        for (AnsweredBy by : values()) {
            if (by.code().equals(code)) {
                return Optional.of(by);
            }
        }
        return Optional.empty();
    }
}
