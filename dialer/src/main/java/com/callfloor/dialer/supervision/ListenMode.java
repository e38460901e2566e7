package com.callfloor.dialer.supervision;

/** What a supervisor who listens in may be heard by. */
public enum ListenMode {
    /** Heard by nobody. */
    LISTEN,
    /** Heard by the agent only. */
    WHISPER,
    /** Heard by agent and debtor. */
    BARGE
}
