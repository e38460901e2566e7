package com.callfloor.recorder.codec;

import java.io.IOException;

/** What was encoded does not decode to what went in: another format has to be taken. */
public final class UnfaithfulEncodingException extends IOException {
    UnfaithfulEncodingException(String what) {
        super(what);
    }
}
