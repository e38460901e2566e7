package com.callfloor.dialer.quality.speech;

import java.util.Locale;
import java.util.Optional;

/** Who speaks. */
public enum Side {
    AGENT, DEBTOR;

    /** Its one name in SQL and API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Side> ofCode(String code) {
        return switch (code) {
            case "agent" -> Optional.of(AGENT);
            case "debtor" -> Optional.of(DEBTOR);
            default -> Optional.empty();
        };
    }
}
