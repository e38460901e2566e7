package com.callfloor.dialer.rules.pack;

import java.util.Locale;

/** What can lift a rule that says so. */
public enum Lift {
    /** Direct prior consent: at most 7 days old, for the very number and debt, used once. */
    CONSENT,
    /** An agent who is kept free for this very call, so that it cannot be abandoned. */
    HELD_AGENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
