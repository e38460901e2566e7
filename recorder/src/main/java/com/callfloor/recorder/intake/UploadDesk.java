package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;

import com.callfloor.recorder.audio.AudioCheck;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.InvalidWavException;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.codec.ChangedSoundException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;

/**
 * The dialer's end of a remote recorder: takes a WAV that was received, keeps it in the home's format, proves it and
 * registers it. Nothing is kept unless it has the promised digest. Thread-safe, one attempt by one thread at a time.
 */
public final class UploadDesk {
    private final RecordingHome home;
    private final RecordingRegister register;
    private final InstantSource clock;

    public UploadDesk(RecordingHome home, RecordingRegister register, InstantSource clock) {
        this.home = home;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Takes one recording.
     *
     * @param sha256 of the WAV as the sender promises it, lower-case hex
     * @param wav what was received, complete
     */
    public UploadResult receive(UUID attemptId, String sha256, WavSource wav) {
        try {
            return switch (register.stateOf(attemptId)) {
                case RecordingState.Unknown() -> new UploadResult.UnknownAttempt();
                case RecordingState.Due(ExpectedRecording expected) -> keep(expected, inspect(wav, sha256), wav);
                case RecordingState.Kept(StoredRecording kept) when kept.sounds(inspect(wav, sha256)) ->
                    new UploadResult.Stored(kept);
                case RecordingState.Kept(StoredRecording kept) ->
                    new UploadResult.Conflict("another recording, of SHA-256 " + kept.sha256() + ", is kept already");
            };
        } catch (WrongDigestException | InvalidWavException e) {
            return new UploadResult.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | RegisterUnavailableException e) {
            return new UploadResult.Failed("attempt " + attemptId + ": " + e.getMessage(), e);
        }
    }

    private UploadResult keep(ExpectedRecording expected, Inspection found, WavSource wav) throws IOException {
        StoredObject object;
        try {
            object = home.keep(expected, found, wav);
        } catch (WrongDigestException | ChangedSoundException e) {
            // The upload was right when it was looked at: it is the vault or the disk that is not.
            throw new IOException(e.getMessage(), e);
        }
        StoredRecording recording = object.of(expected, found, AudioCheck.flaws(found, expected.expectation(), 0),
                clock.instant());
        register.stored(recording, found.waveform());
        return new UploadResult.Stored(recording);
    }

    private static Inspection inspect(WavSource wav, String promised) throws IOException {
        Inspection found;
        try (InputStream in = wav.open()) {
            found = Inspection.of(in);
        }
        if (!found.sha256().equals(promised)) {
            throw new WrongDigestException(promised, found.sha256());
        }
        return found;
    }
}
