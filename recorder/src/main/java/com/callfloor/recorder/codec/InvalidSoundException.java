package com.callfloor.recorder.codec;

import java.io.IOException;

/** A stored object is not what an encoder of this house writes: it was changed, or is of somebody else. */
public final class InvalidSoundException extends IOException {
    InvalidSoundException(String what) {
        super(what);
    }

    InvalidSoundException(String what, Throwable cause) {
        super(what, cause);
    }
}
