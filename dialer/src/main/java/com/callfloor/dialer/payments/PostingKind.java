package com.callfloor.dialer.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether money came or went back. */
public enum PostingKind {
    PAYMENT,
    /** An earlier payment bounced or was taken back. */
    REVERSAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PostingKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
