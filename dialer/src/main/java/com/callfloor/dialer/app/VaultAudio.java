package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/** Recordings to listen to, from the recorder's vault. */
final class VaultAudio implements RecordingAudio {
    private final RecordingCatalogue catalogue;
    private final Vault vault;

    VaultAudio(RecordingCatalogue catalogue, Vault vault) {
        this.catalogue = catalogue;
        this.vault = vault;
    }

    @Override
    public Optional<Audio> open(AttemptId id) throws IOException {
        Optional<RecordingView> found = catalogue.byId(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String key = found.get().objectKey();
        String sha256 = found.get().sha256();
        Long bytes = found.get().bytes();
        if (!found.get().state().equals("stored") || key == null || sha256 == null || bytes == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredAudio(new VaultKey(key), sha256, bytes));
    }

    private final class StoredAudio implements Audio {
        private final VaultKey key;
        private final String sha256;
        private final long bytes;

        StoredAudio(VaultKey key, String sha256, long bytes) {
            this.key = key;
            this.sha256 = sha256;
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes;
        }

        @Override
        public String sha256() {
            return sha256;
        }

        @Override
        public InputStream read(long from) throws IOException {
            return from >= bytes ? InputStream.nullInputStream() : vault.open(key, new ByteRange(from, bytes - from));
        }
    }
}
