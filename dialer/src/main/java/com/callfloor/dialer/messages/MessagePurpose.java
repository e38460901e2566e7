package com.callfloor.dialer.messages;

import java.util.Locale;

/** What a message is for. */
public enum MessagePurpose {
    /** Of what is due tomorrow by a promise (SEED-PTP). */
    PROMISE_REMINDER,
    /** A step of the strategy's ladder (SEED-ORD). */
    STEP,
    /** Somebody sends it about the case before them. */
    BY_HAND;

    /** The purpose's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
