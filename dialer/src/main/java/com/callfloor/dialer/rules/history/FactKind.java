package com.callfloor.dialer.rules.history;

import java.util.Locale;
import java.util.Optional;

/** A kind of fact that stands about a person, a debt or a number until it is withdrawn or runs out. */
public enum FactKind {
    /** The debtor asked in writing that contact cease. */
    CEASE,
    /** An attorney represents the debtor. */
    ATTORNEY, DISPUTE, BANKRUPTCY, DECEASED, MINOR,
    /** The number is not the debtor's. */
    WRONG_PARTY,
    /** Who answers this number wants no more calls. */
    REFUSED,
    /** A time or place that the debtor called inconvenient, or a date before which they asked not to be called. */
    INCONVENIENT,
    /** Direct prior consent to a call; single use. */
    CONSENT,
    /** Who reads messages at this number or address wants no more of them, such as after an answer of STOP. */
    NO_MESSAGES,
    /** The debtor agreed to be written to at this number or address; stands until it is withdrawn. */
    MESSAGE_CONSENT,
    /** The number stands on a do-not-call list. */
    DO_NOT_CALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FactKind> ofCode(String code) {
        return Codes.find(values(), FactKind::code, code);
    }
}
