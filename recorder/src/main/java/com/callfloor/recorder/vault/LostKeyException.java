package com.callfloor.recorder.vault;

import java.io.IOException;

/** The object cannot be opened because the key that it is sealed under is not here. */
public final class LostKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    public LostKeyException(String what) {
        super(what);
    }
}
