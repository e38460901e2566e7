package com.callfloor.dialer.supervision.live;

import com.callfloor.dialer.words.Words;

/** Nothing was changed. The message is for people: what stands in the way and how to mend it. */
public final class ChangeRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** The kinds of refusal. */
    public enum Kind {
        /** There is no such campaign, trunk or change. */
        UNKNOWN,
        /** The value cannot be meant, or is not allowed. */
        INVALID,
        /** It was changed again meanwhile. */
        OVERTAKEN
    }

    private final Kind kind;
    private final transient Words words;

    ChangeRefused(Kind kind, Words words) {
        super(words.en());
        this.kind = kind;
        this.words = words;
    }

    public Words words() {
        return words;
    }

    public Kind kind() {
        return kind;
    }
}
