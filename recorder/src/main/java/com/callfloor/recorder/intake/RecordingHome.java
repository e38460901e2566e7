package com.callfloor.recorder.intake;

import java.io.IOException;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.register.ExpectedRecording;

/** Where recordings are kept: a vault here, or the dialer over the network. Thread-safe; blocks. */
public interface RecordingHome {
    /**
     * Keeps the recording. Returns only when the kept object was read back where it lies, has the SHA-256 of what was put
     * there, and is known to play what was measured. Repeats with the same content end the same way.
     *
     * @param measured of the very bytes that the source gives
     * @throws IOException when it is not known to be kept
     */
    StoredObject keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException;
}
