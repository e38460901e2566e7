package com.callfloor.recorder.audio;

/**
 * A part of a recording. Times are milliseconds from its start, in steps of 20.
 *
 * @param from included
 * @param to excluded, later than {@code from}
 */
public record Mark(Kind kind, long from, long to) {
    /** What happens there. Speech of one side may hold overlaps, which are marked besides. */
    public enum Kind {
        DEBTOR, AGENT, OVERLAP, SILENCE
    }

    public long length() {
        return to - from;
    }
}
