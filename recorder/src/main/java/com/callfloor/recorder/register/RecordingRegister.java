package com.callfloor.recorder.register;

import java.util.List;
import java.util.UUID;

import com.callfloor.recorder.audio.Waveform;

/**
 * The floor's books, as far as recordings are concerned. They outlive the recorder: what they await is taken in, however
 * often the recorder or the dialer was restarted. Thread-safe; every method blocks and throws
 * {@link RegisterUnavailableException} when the books cannot be read or written just now.
 */
public interface RecordingRegister {
    /** Ended, answered calls whose recording is neither stored nor marked as missing. */
    List<ExpectedRecording> awaiting();

    /** What is known of one attempt. To be asked only by those who have its raw file, or were told of it here. */
    RecordingState stateOf(UUID attemptId);

    /**
     * The recording is kept, and looks like this. A repeat for the same attempt changes nothing; one for an attempt that
     * was marked as missing undoes the mark. Throws where another sound is kept of it: its raw file must stay.
     */
    void stored(StoredRecording recording, Waveform waveform);

    /** There will be no recording. Repeats are harmless; ignored if one is stored. */
    void missing(UUID attemptId, String why);
}
