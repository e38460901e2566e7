package com.callfloor.dialer.quality.review;

import com.callfloor.dialer.words.Words;

/** A step that a review cannot take now; the message says why, for people. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public NotNow(Words words) {
        super(words.en());
        this.words = words;
    }

    public NotNow(String en, String zh) {
        this(new Words(en, zh));
    }

    public Words words() {
        return words;
    }
}
