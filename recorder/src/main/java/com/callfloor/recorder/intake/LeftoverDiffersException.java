package com.callfloor.recorder.intake;

import java.io.IOException;
import java.nio.file.Path;

/** A recording is kept already and the spool holds another one under the same attempt; a person has to look. */
public final class LeftoverDiffersException extends IOException {
    public LeftoverDiffersException(Path raw) {
        super("a recording of this attempt is kept already, and " + raw
                + " is not the same; compare the two by ear, then move the raw file out of the spool");
    }
}
