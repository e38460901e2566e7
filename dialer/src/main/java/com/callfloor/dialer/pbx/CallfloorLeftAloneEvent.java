package com.callfloor.dialer.pbx;

import org.asteriskjava.manager.event.UserEvent;

/**
 * The dialplan's {@code UserEvent(CallfloorLeftAlone)}: the debtor waited in vain for an agent who was lost. The attempt is told
 * by the channel's id alone. Public, with a setter for each header, because the library fills it by reflection.
 */
public final class CallfloorLeftAloneEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public CallfloorLeftAloneEvent(Object source) {
        super(source);
    }

    /** Ignored: the header is for people who read the PBX's log. */
    public void setAttempt(String attempt) {}
}
