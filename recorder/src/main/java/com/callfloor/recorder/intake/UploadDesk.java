package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;

import com.callfloor.recorder.audio.AudioCheck;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.InvalidWavException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/**
 * The dialer's end of a remote recorder: receives a WAV, keeps it, proves it and registers it. Nothing is visible under
 * the recording's key before the promised digest was seen. Thread-safe, one attempt by one thread at a time; blocks for
 * as long as the sender sends.
 */
public final class UploadDesk {
    private final Vault vault;
    private final RecordingRegister register;
    private final InstantSource clock;

    public UploadDesk(Vault vault, RecordingRegister register, InstantSource clock) {
        this.vault = vault;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Receives one recording.
     *
     * @param sha256 what the sender promises, lower-case hex
     * @param wav read to its end unless the attempt is not due, not closed; must throw if the sender breaks off
     */
    public UploadResult receive(UUID attemptId, String sha256, InputStream wav) {
        try {
            return switch (register.stateOf(attemptId)) {
                case RecordingState.Unknown() -> new UploadResult.UnknownAttempt();
                case RecordingState.Due(ExpectedRecording expected) -> keep(expected, sha256, wav);
                case RecordingState.Kept(StoredRecording kept) when kept.sha256().equals(sha256) ->
                    new UploadResult.Stored(kept);
                case RecordingState.Kept(StoredRecording kept) ->
                    new UploadResult.Conflict("a recording with SHA-256 " + kept.sha256() + " is kept already");
            };
        } catch (WrongDigestException | InvalidWavException e) {
            return new UploadResult.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | RegisterUnavailableException e) {
            return new UploadResult.Failed("attempt " + attemptId + ": " + e.getMessage(), e);
        }
    }

    private UploadResult keep(ExpectedRecording expected, String sha256, InputStream wav) throws IOException {
        VaultKey key = VaultKey.ofRecording(expected.attemptId(), expected.answeredAt());
        vault.put(key, new DigestGuard(wav, sha256));
        Inspection found = readBack(key);
        if (!found.sha256().equals(sha256)) {
            throw new IOException("read back with SHA-256 " + found.sha256() + " instead of " + sha256);
        }
        StoredRecording recording = new StoredRecording(expected.attemptId(), expected.caseId(), key, found.sha256(),
                found.bytes(), found.duration(), found.levels(),
                AudioCheck.flaws(found, expected.expectation(), 0), clock.instant());
        register.stored(recording);
        return new UploadResult.Stored(recording);
    }

    private Inspection readBack(VaultKey key) throws IOException {
        try (InputStream stored = vault.open(key)) {
            return Inspection.of(stored);
        } catch (InvalidWavException e) {
            // The bytes are the promised ones but no recording: they must not lie under a recording's key.
            vault.delete(key);
            throw e;
        }
    }
}
