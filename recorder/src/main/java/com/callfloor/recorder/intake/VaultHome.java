package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Optional;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.codec.ChangedSoundException;
import com.callfloor.recorder.codec.Encoding;
import com.callfloor.recorder.codec.GrowingOpus;
import com.callfloor.recorder.codec.InvalidSoundException;
import com.callfloor.recorder.codec.UnfaithfulEncodingException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps recordings in a vault of this machine, in the format that is set. */
public final class VaultHome implements RecordingHome {
    private static final Logger log = LoggerFactory.getLogger(VaultHome.class);

    private final Vault vault;
    private final RecordingFormat format;
    private final Beginnings beginnings;

    /** @param beginnings of what is encoded while calls go on; {@link Beginnings#NONE} where nothing is */
    public VaultHome(Vault vault, RecordingFormat format, Beginnings beginnings) {
        this.vault = vault;
        this.format = format;
        this.beginnings = beginnings;
    }

    @Override
    public StoredObject keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException {
        Optional<GrowingOpus> begun = format == RecordingFormat.OPUS
                ? beginnings.take(expected.attemptId())
                : Optional.empty();
        if (begun.isPresent()) {
            try (InputStream encoded = Encoding.encode(begun.get(), source, measured)) {
                return put(expected, format, encoded, measured);
            } catch (ChangedSoundException | InvalidSoundException | UnfaithfulEncodingException e) {
                log.warn("What was encoded of {} during its call is thrown away: {}", expected.attemptId(),
                        e.getMessage());
            }
        }
        return encodeAndPut(expected, format, measured, source);
    }

    /** Better ten times as large than not what was said, or not kept at all. */
    private StoredObject encodeOtherwise(ExpectedRecording expected, RecordingFormat failed, Inspection measured,
            WavSource source, IOException why) throws IOException {
        RecordingFormat instead = switch (failed) {
            case OPUS -> RecordingFormat.FLAC;
            case FLAC -> RecordingFormat.WAV;
            case WAV -> throw why;
        };
        log.error("{} is kept as {}: {}", expected.attemptId(), instead, why.getMessage());
        StoredObject kept = encodeAndPut(expected, instead, measured, source);
        forget(key(expected, failed));
        return kept;
    }

    /** What was put there of the form that failed: nobody knows of it, so nobody else would ever delete it. */
    private void forget(VaultKey key) {
        try {
            vault.delete(key);
        } catch (IOException e) {
            log.warn("The object {} is of no use and cannot be deleted: {}", key, e.getMessage());
        }
    }

    private static VaultKey key(ExpectedRecording expected, RecordingFormat as) {
        return VaultKey.ofRecording(expected.attemptId(), expected.answeredAt(), as);
    }

    private StoredObject encodeAndPut(ExpectedRecording expected, RecordingFormat as, Inspection measured,
            WavSource source) throws IOException {
        try (InputStream encoded = Encoding.encode(as, source, measured)) {
            return put(expected, as, encoded, measured);
        } catch (UnfaithfulEncodingException | InvalidSoundException e) {
            return encodeOtherwise(expected, as, measured, source, e);
        }
    }

    private StoredObject put(ExpectedRecording expected, RecordingFormat as, InputStream encoded, Inspection measured)
            throws IOException {
        VaultKey key = key(expected, as);
        DigestInputStream hashed = new DigestInputStream(encoded, Sha256.newDigest());
        vault.put(key, hashed);
        String promised = Sha256.hex(hashed.getMessageDigest());
        String found;
        try (DigestInputStream stored = new DigestInputStream(vault.open(key), Sha256.newDigest())) {
            Encoding.prove(as, stored, measured);
            stored.transferTo(OutputStream.nullOutputStream());
            found = Sha256.hex(stored.getMessageDigest());
        }
        if (!found.equals(promised)) {
            throw new WrongDigestException(promised, found);
        }
        return new StoredObject(key, as, found, vault.size(key)
                .orElseThrow(
                        () -> new IOException(
                                "the object " + key + " is gone from the vault right after it was put there")));
    }
}
