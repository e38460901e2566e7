package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/** Keeps recordings in a vault of this machine. */
public final class VaultHome implements RecordingHome {
    private final Vault vault;

    public VaultHome(Vault vault) {
        this.vault = vault;
    }

    @Override
    public VaultKey keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException {
        VaultKey key = VaultKey.ofRecording(expected.attemptId(), expected.answeredAt());
        if (hasAlready(key, measured)) {
            return key;
        }
        try (InputStream wav = new DigestGuard(source.open(), measured.sha256())) {
            vault.put(key, wav);
        }
        String found = storedSha256(key);
        if (!found.equals(measured.sha256())) {
            throw new WrongDigestException(measured.sha256(), found);
        }
        return key;
    }

    /** Left by a try that broke off between storing and registering. */
    private boolean hasAlready(VaultKey key, Inspection measured) throws IOException {
        return vault.size(key).equals(OptionalLong.of(measured.bytes()))
                && storedSha256(key).equals(measured.sha256());
    }

    private String storedSha256(VaultKey key) throws IOException {
        try (InputStream stored = vault.open(key)) {
            return Sha256.of(stored);
        }
    }
}
