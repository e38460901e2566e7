package com.callfloor.dialer.quality.speech;

/** Something that one side said, in milliseconds from the recording's beginning. */
public record Segment(Side side, long fromMs, long toMs, String text) {
    public Segment {
        if (fromMs < 0 || toMs < fromMs) {
            throw new IllegalArgumentException("a segment begins at 0 or later and ends after that");
        }
    }

    /** Not what was said: that belongs into no log. */
    @Override
    public String toString() {
        return side.code() + " " + fromMs + ".." + toMs;
    }
}
