package com.callfloor.dialer.pbx;

import java.time.Duration;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(CallfloorOptOut)}: somebody pressed the key that asks not to be called again. Public,
 * with a setter for each header, because the library fills it by reflection.
 */
public final class CallfloorOptOutEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String attempt;
    private @Nullable String pressed;

    public CallfloorOptOutEvent(Object source) {
        super(source);
    }

    /** Of the call in which it was pressed: told again after a connect, the event comes from another channel. */
    public @Nullable String getAttempt() {
        return attempt;
    }

    public void setAttempt(String attempt) {
        this.attempt = attempt;
    }

    /** By the PBX's clock, in seconds since 1970. */
    public void setPressed(String pressed) {
        this.pressed = pressed;
    }

    /** How long before this event the key was pressed; zero where the PBX does not say. */
    Duration ago() {
        Double told = getTimestamp();
        if (told == null || pressed == null || !pressed.matches("\\d{1,12}")) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.max(0, told.longValue() - Long.parseLong(pressed)));
    }
}
