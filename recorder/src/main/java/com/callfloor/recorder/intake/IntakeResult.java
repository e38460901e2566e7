package com.callfloor.recorder.intake;

import com.callfloor.recorder.register.StoredRecording;

/** How one try to take a recording in ended. */
public sealed interface IntakeResult {
    /** Kept, proven, registered; the raw file is gone. */
    record Stored(StoredRecording recording) implements IntakeResult {}

    /** It was kept before this try; a raw file left over with the same content is gone now. */
    record AlreadyStored(StoredRecording recording) implements IntakeResult {}

    /** Given up and registered as missing. */
    record Missing(String why) implements IntakeResult {}

    /** Nothing is wrong so far; try again soon. */
    record NotYet(String why) implements IntakeResult {}

    /** Something broke; the raw file is untouched. Try again later, less and less often. */
    record Failed(String why, Exception cause) implements IntakeResult {}
}
