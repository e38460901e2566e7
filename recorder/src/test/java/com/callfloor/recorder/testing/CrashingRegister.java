package com.callfloor.recorder.testing;

import java.util.List;
import java.util.UUID;

import com.callfloor.recorder.audio.Waveform;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.StoredRecording;

/** A register whose process may end before and after each call. */
public record CrashingRegister(RecordingRegister register, Fuse fuse) implements RecordingRegister {
    @Override
    public List<ExpectedRecording> awaiting() {
        return register.awaiting();
    }

    @Override
    public RecordingState stateOf(UUID attemptId) {
        fuse.step();
        return register.stateOf(attemptId);
    }

    @Override
    public void stored(StoredRecording recording, Waveform waveform) {
        fuse.step();
        register.stored(recording, waveform);
        fuse.step();
    }

    @Override
    public void missing(UUID attemptId, String why) {
        fuse.step();
        register.missing(attemptId, why);
        fuse.step();
    }
}
