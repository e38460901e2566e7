package com.callfloor.dialer.calls;

import java.util.Locale;
import java.util.Optional;

/** What the agent says of a conversation when wrapping up. */
public enum Disposition {
    PROMISE_TO_PAY, CLAIMS_PAID, CALL_BACK, REFUSES, DISPUTES, HARDSHIP, WRONG_PARTY, THIRD_PARTY, DECEASED, VOICEMAIL, LANGUAGE_BARRIER, COMPLAINT, NO_CONVERSATION;

    /** The disposition's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Disposition> ofCode(String code) {
        for (Disposition disposition : values()) {
            if (disposition.code().equals(code)) {
                return Optional.of(disposition);
            }
        }
        return Optional.empty();
    }
}
