package com.callfloor.dialer.recordings;

import java.util.Locale;

/** Why the recording of a call went on after a pause. */
public enum PauseEnd {
    /** The agent had it go on. */
    AGENT,
    /** The agent forgot: it lasted as long as a pause may. */
    LONGEST,
    /** The call was over. */
    CALL_ENDED,
    /** The dialer had lost sight of the PBX, or was started anew. */
    RECONNECTED;

    /** The reason's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
