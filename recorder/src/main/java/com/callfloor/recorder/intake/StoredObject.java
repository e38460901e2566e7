package com.callfloor.recorder.intake;

import java.time.Instant;
import java.util.Set;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;

/**
 * What a home keeps.
 *
 * @param sha256 of the object, lower-case hex
 * @param bytes its length
 */
public record StoredObject(VaultKey key, RecordingFormat format, String sha256, long bytes) {
    /** The recording that it is, once it was measured. */
    StoredRecording of(ExpectedRecording expected, Inspection measured, Set<Flaw> flaws, Instant storedAt) {
        return new StoredRecording(expected.attemptId(), expected.caseId(), key, format, sha256, measured.pcmSha256(),
                bytes, measured.duration(), measured.levels(), flaws, storedAt);
    }
}
