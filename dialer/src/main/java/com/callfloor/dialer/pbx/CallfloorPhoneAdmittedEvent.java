package com.callfloor.dialer.pbx;

import java.util.OptionalLong;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(CallfloorPhoneAdmitted)}: the PBX knows a browser phone's secret. Public, with a setter for
 * each header, because the library fills it by reflection.
 */
public final class CallfloorPhoneAdmittedEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String request;

    public CallfloorPhoneAdmittedEvent(Object source) {
        super(source);
    }

    /** Which of the dialer's requests it was. */
    public void setRequest(String request) {
        this.request = request;
    }

    /** Empty if the header is missing or no number. */
    OptionalLong request() {
        return request != null && request.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(request))
                : OptionalLong.empty();
    }
}
