package com.callfloor.dialer.staff;

import java.util.Locale;

/** What a person or a program may do; one role each. */
public enum Role {
    AGENT, SUPERVISOR, QA, ADMINISTRATOR, AUDITOR,
    /** A program with a bearer token. */
    INTEGRATION;

    /** The role's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
