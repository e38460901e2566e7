package com.callfloor.dialer.messages;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a message has come, and where it can go from there. */
public enum MessageState {
    /** To be sent when its time comes, or to be tried again. */
    PLANNED,
    /** A rule named a later instant; it is asked again then. */
    HELD,
    /** A rule is against it, and no later instant is known or in time. */
    REFUSED,
    /** What it was for went away before it was sent. */
    CANCELLED,
    /** The gateway has it, or is about to. After a crash nobody knows. */
    SENDING,
    /** The gateway took it. */
    SENT,
    /** It arrived. */
    DELIVERED,
    /** It did not and will not arrive. */
    FAILED,
    /** It may have gone out, and is not sent again. A late report may still tell. */
    IN_DOUBT;

    /** The state's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that may follow. */
    public Set<MessageState> next() {
        return switch (this) {
            case PLANNED, HELD ->
                EnumSet.of(PLANNED, HELD, REFUSED, CANCELLED, SENDING, IN_DOUBT, SENT, DELIVERED, FAILED);
            // A report may overtake the gateway's own answer.
            case SENDING -> EnumSet.of(PLANNED, SENT, FAILED, IN_DOUBT, DELIVERED);
            case SENT -> EnumSet.of(DELIVERED, FAILED);
            case IN_DOUBT -> EnumSet.of(SENT, DELIVERED, FAILED);
            case REFUSED, CANCELLED, DELIVERED, FAILED -> EnumSet.noneOf(MessageState.class);
        };
    }

    public boolean mayBecome(MessageState other) {
        return next().contains(other);
    }

    /** Whether nothing is done about it any more but to wait for a report. */
    public boolean left() {
        return this != PLANNED && this != HELD && this != SENDING;
    }
}
