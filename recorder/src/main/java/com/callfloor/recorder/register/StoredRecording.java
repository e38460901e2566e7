package com.callfloor.recorder.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.vault.VaultKey;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is kept. One exists only after the stored object was read back and had the SHA-256 of what was meant
 * to be stored. Debtor left, agent right.
 *
 * @param caseId the case's id in the floor's books
 * @param key where it lies in the vault
 * @param format of the stored object
 * @param sha256 of the stored object, lower-case hex
 * @param pcmSha256 of the frames that were recorded, debtor left, by which a copy in any lossless form can be traced to
 *     it; null for what was kept before this was noted, all of it WAV
 * @param bytes length of the stored object
 * @param duration playing time
 * @param flaws what the check found, in the order of {@link Flaw}
 * @param storedAt when the object was proven to be there
 */
public record StoredRecording(UUID attemptId, String caseId, VaultKey key, RecordingFormat format, String sha256,
        @Nullable String pcmSha256, long bytes, Duration duration, Levels levels, Set<Flaw> flaws, Instant storedAt) {
    public StoredRecording {
        EnumSet<Flaw> ordered = EnumSet.noneOf(Flaw.class);
        ordered.addAll(flaws);
        flaws = Collections.unmodifiableSet(ordered);
    }

    /** Whether it is the recording of this very sound, in whatever form. */
    public boolean sounds(Inspection measured) {
        return pcmSha256 == null ? sha256.equals(measured.sha256()) : pcmSha256.equals(measured.pcmSha256());
    }

    /**
     * Verified means: the stored object was read back with an equal SHA-256, and its length is that of the call within
     * {@link com.callfloor.recorder.audio.AudioCheck#tolerance}. A silent side does not undo it: that is a fault of the
     * call or of a headset, and the recording tells the truth about it.
     */
    public boolean verified() {
        return !flaws.contains(Flaw.TOO_SHORT) && !flaws.contains(Flaw.TOO_LONG);
    }
}
