package com.callfloor.recorder.vault;

import java.io.IOException;

/** The object is there and is not what was put: changed, cut short, or another one under this name. */
public final class ChangedObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    public ChangedObjectException(String what, Throwable cause) {
        super(what, cause);
    }
}
