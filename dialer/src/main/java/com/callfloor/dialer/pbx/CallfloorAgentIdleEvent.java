package com.callfloor.dialer.pbx;

import org.asteriskjava.manager.event.UserEvent;

/**
 * The dialplan's {@code UserEvent(CallfloorAgentIdle)}: an agent's leg enters its wait. The leg is told by the
 * channel's id alone. Public, with a setter for each header, because the library fills it by reflection.
 */
public final class CallfloorAgentIdleEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public CallfloorAgentIdleEvent(Object source) {
        super(source);
    }

    /** Ignored: the header is for people who read the PBX's log. */
    public void setAgent(String agent) {}
}
