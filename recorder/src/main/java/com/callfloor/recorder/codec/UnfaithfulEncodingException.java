package com.callfloor.recorder.codec;

import java.io.IOException;

/** What went in cannot be encoded, or does not decode to what it was: another format has to be taken. */
public final class UnfaithfulEncodingException extends IOException {
    UnfaithfulEncodingException(String what) {
        super(what);
    }

    UnfaithfulEncodingException(String what, Throwable cause) {
        super(what, cause);
    }
}
