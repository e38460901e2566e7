package com.callfloor.recorder.audio;

import java.io.IOException;

/** The bytes are not a recording in the stored format; reading them again will not help. */
public final class InvalidWavException extends IOException {
    public InvalidWavException(String what) {
        super(what);
    }
}
