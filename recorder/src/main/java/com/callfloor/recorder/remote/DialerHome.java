package com.callfloor.recorder.remote;

import java.io.IOException;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.intake.RecordingHome;
import com.callfloor.recorder.intake.WrongDigestException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;

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
    public VaultKey keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException {
        StoredRecording kept = json.readStored(dialer.upload(expected.attemptId(), measured, source));
        if (!kept.attemptId().equals(expected.attemptId())) {
            throw new IOException("the dialer confirmed " + kept.attemptId() + " instead of " + expected.attemptId());
        }
        if (!kept.sha256().equals(measured.sha256())) {
            throw new WrongDigestException(measured.sha256(), kept.sha256());
        }
        return kept.key();
    }
}
