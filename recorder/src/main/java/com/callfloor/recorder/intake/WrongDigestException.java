package com.callfloor.recorder.intake;

import java.io.IOException;

/** The bytes are not those that were promised: damaged on the way, or changed meanwhile. */
public final class WrongDigestException extends IOException {
    public WrongDigestException(String promisedSha256, String foundSha256) {
        super("promised SHA-256 " + promisedSha256 + ", found " + foundSha256);
    }
}
