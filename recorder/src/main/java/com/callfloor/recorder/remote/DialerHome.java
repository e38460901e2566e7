package com.callfloor.recorder.remote;

import java.io.IOException;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.intake.RecordingHome;
import com.callfloor.recorder.intake.StoredObject;
import com.callfloor.recorder.intake.WrongDigestException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;

/**
 * Keeps recordings at the dialer. The dialer registers what it keeps, so when {@link #keep} returns the recording is
 * registered too.
 */
final class DialerHome implements RecordingHome {
    private final DialerClient dialer;
    private final RecorderJson json;

    DialerHome(DialerClient dialer, RecorderJson json) {
        this.dialer = dialer;
        this.json = json;
    }

    @Override
    public StoredObject keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException {
        StoredRecording kept = json.readStored(dialer.upload(expected.attemptId(), measured, source));
        if (!kept.attemptId().equals(expected.attemptId())) {
            throw new IOException("the dialer confirmed " + kept.attemptId() + " instead of " + expected.attemptId());
        }
        if (!kept.sounds(measured)) {
            throw new WrongDigestException(measured.pcmSha256(), String.valueOf(kept.pcmSha256()));
        }
        return new StoredObject(kept.key(), kept.format(), kept.sha256(), kept.bytes());
    }
}
