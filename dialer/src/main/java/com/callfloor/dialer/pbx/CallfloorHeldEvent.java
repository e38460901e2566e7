package com.callfloor.dialer.pbx;

import org.asteriskjava.manager.event.UserEvent;

/**
 * The dialplan's {@code UserEvent(CallfloorHeld)}: the debtor hears music and not the agent. The attempt is told by the
 * channel's id alone. Public, with a setter for each header, because the library fills it by reflection.
 */
public final class CallfloorHeldEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public CallfloorHeldEvent(Object source) {
        super(source);
    }

    /** Ignored: the header is for people who read the PBX's log. */
    public void setAttempt(String attempt) {}
}
