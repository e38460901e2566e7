package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.codec.Encoding;
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
    public Optional<Audio> open(AttemptId id) {
        return kept(id).map(StoredAudio::new);
    }

    @Override
    public Optional<Audio> openAsWav(AttemptId id) {
        return kept(id)
                .map(kept -> kept.format == RecordingFormat.WAV ? new StoredAudio(kept) : new DecodedAudio(kept));
    }

    private Optional<Kept> kept(AttemptId id) {
        return catalogue.byId(id).flatMap(found -> {
            String key = found.objectKey();
            String sha256 = found.sha256();
            Long bytes = found.bytes();
            String format = found.format();
            if (!found.state().equals("stored") || key == null || sha256 == null || bytes == null || format == null
                    || found.length() == null) {
                return Optional.empty();
            }
            return Optional.of(new Kept(new VaultKey(key), RecordingFormat.of(format).orElseThrow(), sha256, bytes,
                    PcmFormat.frames(found.length())));
        });
    }

    private record Kept(VaultKey key, RecordingFormat format, String sha256, long bytes, long frames) {}

    private final class StoredAudio implements Audio {
        private final Kept kept;

        StoredAudio(Kept kept) {
            this.kept = kept;
        }

        @Override
        public long size() {
            return kept.bytes;
        }

        @Override
        public String mediaType() {
            return kept.format.mediaType();
        }

        @Override
        public String tag() {
            return kept.sha256;
        }

        @Override
        public InputStream read(long from) throws IOException {
            return from >= kept.bytes
                    ? InputStream.nullInputStream()
                    : vault.open(kept.key, new ByteRange(from, kept.bytes - from));
        }
    }

    /** Decoded from the start at each reading: ten minutes take some half a second. */
    private final class DecodedAudio implements Audio {
        private final Kept kept;

        DecodedAudio(Kept kept) {
            this.kept = kept;
        }

        @Override
        public long size() {
            return Encoding.wavBytes(kept.frames);
        }

        @Override
        public String mediaType() {
            return RecordingFormat.WAV.mediaType();
        }

        @Override
        public String tag() {
            return kept.sha256 + "-wav";
        }

        @Override
        public InputStream read(long from) throws IOException {
            if (from >= size()) {
                return InputStream.nullInputStream();
            }
            InputStream stored = vault.open(kept.key);
            try {
                InputStream wav = Encoding.wav(kept.format, stored, kept.frames);
                wav.skipNBytes(from);
                return wav;
            } catch (IOException | RuntimeException e) {
                stored.close();
                throw e;
            }
        }
    }
}
