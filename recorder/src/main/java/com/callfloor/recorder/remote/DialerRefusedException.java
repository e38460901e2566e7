package com.callfloor.recorder.remote;

import java.io.IOException;

/** The dialer answered, and not as hoped. */
final class DialerRefusedException extends IOException {
    private final int status;

    DialerRefusedException(int status, String what) {
        super(what);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
