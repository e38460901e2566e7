package com.callfloor.recorder.codec;

import java.io.IOException;

/** The frames that were encoded are not those that were measured: the raw file changed meanwhile. */
public final class ChangedSoundException extends IOException {
    ChangedSoundException(String measuredSha256, String foundSha256) {
        super("the raw sound changed: it was measured with SHA-256 " + measuredSha256 + ", now it has " + foundSha256);
    }
}
