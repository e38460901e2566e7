package com.callfloor.dialer.pbx;

import java.util.Optional;

import com.callfloor.dialer.calls.AnsweredBy;
import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(CallfloorAnsweredBy)}: it has listened for a machine. Public, with a setter for each
 * header, because the library fills it by reflection.
 */
public final class CallfloorAnsweredByEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String by;

    public CallfloorAnsweredByEvent(Object source) {
        super(source);
    }

    /** Ignored: the header is for people who read the PBX's log. */
    public void setAttempt(String attempt) {}

    /** Human, machine or unsure. */
    public void setBy(String by) {
        this.by = by;
    }

    /** Ignored: why AMD() thinks so, for people who read the PBX's log. */
    public void setCause(String cause) {}

    /** A word that is not known is no machine. */
    AnsweredBy by() {
        return Optional.ofNullable(by).flatMap(AnsweredBy::ofCode).orElse(AnsweredBy.UNSURE);
    }
}
