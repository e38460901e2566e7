package com.callfloor.recorder.intake;

import com.callfloor.recorder.register.StoredRecording;

/** How the reception of an uploaded recording ended. */
public sealed interface UploadResult {
    /** Kept, read back and registered by this upload or an earlier one of the same bytes. */
    record Stored(StoredRecording recording) implements UploadResult {}

    /** No ended call awaits a recording under this attempt. */
    record UnknownAttempt() implements UploadResult {}

    /** Another recording is kept under this attempt; it stays. */
    record Conflict(String why) implements UploadResult {}

    /** These bytes can never be taken as they are: wrong digest, or not a WAV in the stored format. */
    record Refused(String why) implements UploadResult {}

    /** The store or the register is in trouble; the sender is to try again later. */
    record Failed(String why, Exception cause) implements UploadResult {}
}
