package com.callfloor.dialer.calls;

/** What was heard of a called phone before its call was answered or ended; more is never taken back. */
public enum Heard {
    NOTHING,
    /**
     * Sound without a ringing signal (SIP 183 without 180): a ring tone that the network plays itself, or an announcement.
     * Nobody can tell whether a phone rang, so it counts as one that did: the caps on calls protect whoever may have heard
     * it.
     */
    EARLY_MEDIA,
    /** The network said that the phone rings (SIP 180), or it was answered. */
    RINGING;

    /** Whether caps and cool-downs must take it for a phone that rang. */
    public boolean countsAsRung() {
        return this != NOTHING;
    }

    public Heard and(Heard other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
