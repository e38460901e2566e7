package com.callfloor.dialer.quality.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a call is likelier to be drawn. */
public enum Risk {
    COMPLAINT, LONG_SILENCE, OVERLAP, SHORT_CONVERSATION, NEW_AGENT, BROKEN_PROMISE,
    /** Its transcript has a phrase that is never said. */
    FORBIDDEN_PHRASE,
    /** Its transcript lacks a phrase that must be said. */
    MISSING_PHRASE;

    /** Its one name in SQL, API and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Risk> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Risk::code).toList();
    }
}
