package com.callfloor.dialer.pbx;

import org.asteriskjava.manager.event.UserEvent;

/**
 * The dialplan's {@code UserEvent(CallfloorOptOutsTold)}: every opt-out that the PBX keeps has been told. Public because
 * the library makes it by reflection.
 */
public final class CallfloorOptOutsToldEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public CallfloorOptOutsToldEvent(Object source) {
        super(source);
    }
}
