package com.callfloor.recorder.register;

/** What the floor's books know of an attempt's recording. */
public sealed interface RecordingState {
    /** No such attempt, or one whose call was not answered or has not ended. */
    record Unknown() implements RecordingState {}

    /** The call has ended and nothing is kept: still awaited, or already marked as missing. */
    record Due(ExpectedRecording expected) implements RecordingState {}

    /** It is kept. */
    record Kept(StoredRecording recording) implements RecordingState {}
}
