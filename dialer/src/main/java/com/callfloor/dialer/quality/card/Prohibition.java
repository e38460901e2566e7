package com.callfloor.dialer.quality.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is never done on a collection call (SEED-ID, SEED-3P, SEED-HOL); each fails a call by itself. */
public enum Prohibition {
    THREAT, INSULT,
    /** Telling anybody but the debtor of the debt. */
    DISCLOSURE,
    /** Passing for the police, a court, a lawyer or another office. */
    IMPERSONATION,
    /** A waiver or reduction that the lender has not allowed. */
    UNAUTHORISED_PROMISE,
    /** Pestering, or calling outside of the permitted hours. */
    HARASSMENT,
    /** Pressing to borrow elsewhere, or taking cash or money to a private account. */
    INDUCEMENT;

    /** Its one name in SQL, API and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Prohibition> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Prohibition::code).toList();
    }
}
