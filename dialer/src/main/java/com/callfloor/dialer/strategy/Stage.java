package com.callfloor.dialer.strategy;

import java.util.Locale;
import java.util.Optional;

/** How far the collection of a case has come, in the order in which cases go through it. */
public enum Stage {
    REMINDER, EARLY, MIDDLE, LATE, PRE_LEGAL;

    /** The stage's one name in files, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> ofCode(String code) {
        for (Stage stage : values()) {
            if (stage.code().equals(code)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
