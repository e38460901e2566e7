package com.callfloor.dialer.webhooks;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of events that receivers choose from. */
public enum EventKind {
    CALL_ENDED("call.ended"), PROMISE_MADE("promise.made"), PROMISE_KEPT("promise.kept"), PROMISE_BROKEN(
            "promise.broken"), PAYMENT_MATCHED("payment.matched"), RECORDING_READY("recording.ready"),
    /** Sent when somebody asks for it; nobody has to choose it. */
    TEST("test");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    /** The kind's one name in messages, SQL, API and configuration. */
    public String code() {
        return code;
    }

    public static Optional<EventKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
