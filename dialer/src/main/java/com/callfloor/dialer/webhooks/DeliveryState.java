package com.callfloor.dialer.webhooks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a delivery stands. */
public enum DeliveryState {
    /** It is tried, or tried again. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It is not tried any more, unless somebody asks for it. */
    DEAD;

    /** The state's one name in SQL and API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryState> ofCode(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
