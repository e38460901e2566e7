package com.callfloor.dialer.quality.review;

/** A step that a review cannot take now; the message says why, for people. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotNow(String message) {
        super(message);
    }
}
