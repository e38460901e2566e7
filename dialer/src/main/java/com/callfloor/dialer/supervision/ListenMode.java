package com.callfloor.dialer.supervision;

/** By whom a supervisor who listens in is heard. Who is to be heard by the debtor comes into the talk instead. */
public enum ListenMode {
    /** Heard by nobody. */
    LISTEN,
    /** Heard by the agent only. */
    WHISPER
}
