package com.callfloor.dialer.rules.history;

import java.util.Locale;
import java.util.Optional;

/** How somebody is contacted. */
public enum Channel {
    CALL, SMS, EMAIL;

    /** The channel's one name in files, SQL and API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is something written that a gateway carries. */
    public boolean isMessage() {
        return this != CALL;
    }

    public static Optional<Channel> ofCode(String code) {
        return Codes.find(values(), Channel::code, code);
    }
}
