package com.callfloor.dialer.rules.history;

import java.util.Locale;
import java.util.Optional;

/** What kind of line a number is, as rules tell them apart. */
public enum LineKind {
    MOBILE, LANDLINE, WORK,
    /** Of a listed contact: a third party, never a collection target. */
    CONTACT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LineKind> ofCode(String code) {
        return Codes.find(values(), LineKind::code, code);
    }
}
