package com.callfloor.dialer.pbx;

import java.util.OptionalInt;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(CallfloorRated)}: the debtor said by key how satisfied they are. The attempt is told by the
 * channel's id alone. Public, with a setter for each header, because the library fills it by reflection.
 */
public final class CallfloorRatedEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String satisfaction;

    public CallfloorRatedEvent(Object source) {
        super(source);
    }

    /** Ignored: the header is for people who read the PBX's log. */
    public void setAttempt(String attempt) {}

    public void setSatisfaction(String satisfaction) {
        this.satisfaction = satisfaction;
    }

    /** 1 to 5; empty where the dialplan says something else. */
    OptionalInt satisfaction() {
        return satisfaction != null && satisfaction.matches("[1-5]")
                ? OptionalInt.of(Integer.parseInt(satisfaction))
                : OptionalInt.empty();
    }
}
