package com.callfloor.recorder.audio;

/** What a check found wrong with a recording. A flawed recording is stored and counted all the same. */
public enum Flaw {
    /** Shorter than the call by more than the tolerance. */
    TOO_SHORT,
    /** Longer than the call by more than the tolerance. */
    TOO_LONG,
    /** Not one frame. Only together with a call shorter than the tolerance is this not also {@link #TOO_SHORT}. */
    EMPTY,
    /** The raw file ended within a frame; the broken frame was left out. */
    ODD_LENGTH,
    /** The debtor is never heard though the call lasted long enough. */
    DEBTOR_SILENT,
    /** The agent is never heard though one was connected long enough. */
    AGENT_SILENT
}
