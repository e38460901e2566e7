package com.callfloor.dialer.supervision.live;

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

    ChangeRefused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
