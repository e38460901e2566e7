package com.callfloor.dialer.calls;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an agent gives a talk to another. */
public enum TransferKind {
    /** The other has the debtor at once. */
    BLIND,
    /** The agents talk first, while the debtor is on hold. */
    WARM;

    /** The name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TransferKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
