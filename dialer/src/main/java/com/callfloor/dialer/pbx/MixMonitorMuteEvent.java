package com.callfloor.dialer.pbx;

import java.util.Set;

import org.asteriskjava.manager.event.AbstractMixMonitorEvent;
import org.jspecify.annotations.Nullable;

/**
 * The PBX keeps a channel out of its recording, or lets it in again; the library does not know this event. Public, with a
 * setter for each header, because the library fills it by reflection.
 */
public final class MixMonitorMuteEvent extends AbstractMixMonitorEvent {
    private static final long serialVersionUID = 1L;
    private static final Set<String> YES = Set.of("1", "true", "True", "yes", "on");

    private @Nullable String muted;

    public MixMonitorMuteEvent(Object source) {
        super(source);
    }

    /** Ignored: it is always asked for both. */
    public void setDirection(String direction) {}

    /** Whether it is muted now. */
    public void setState(String state) {
        this.muted = state;
    }

    boolean muted() {
        return muted != null && YES.contains(muted);
    }
}
