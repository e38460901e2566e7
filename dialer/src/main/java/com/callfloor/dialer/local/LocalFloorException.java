package com.callfloor.dialer.local;

import org.jspecify.annotations.Nullable;

/** A part of the local floor cannot be had. The message is for the person at the terminal: what, where, what to do. */
public final class LocalFloorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For a failure found here. */
    public LocalFloorException(String message) {
        super(message);
    }

    /** For a failure that something else reported. */
    public LocalFloorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
