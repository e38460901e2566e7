package com.callfloor.dialer.web.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import org.jspecify.annotations.Nullable;

/** Recordings in memory; all of them sound alike. */
public final class FakeRecordings implements RecordingCatalogue, RecordingAudio {
    public final byte[] sound = new byte[300_001];
    public final List<RecordingView> recordings = new CopyOnWriteArrayList<>();
    /** How many bytes of the sound are gone although its size still counts them. */
    public volatile int torn;

    public FakeRecordings() {
        RandomGenerator.of("L64X128MixRandom").nextBytes(sound);
    }

    @Override
    public Optional<RecordingView> byId(AttemptId id) {
        return recordings.stream().filter(recording -> recording.id().equals(id)).findFirst();
    }

    @Override
    public List<RecordingView> page(@Nullable CaseId caseId, @Nullable AttemptId before, int limit) {
        return recordings.stream()
                .filter(recording -> caseId == null || recording.caseId().equals(caseId))
                .filter(recording -> before == null || recording.id().compareTo(before) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Totals totals(Instant since) {
        throw new UnsupportedOperationException("not the web's business");
    }

    @Override
    public Optional<Audio> open(AttemptId id) {
        return byId(id).filter(recording -> recording.state().equals("stored")).map(stored -> new Sound());
    }

    private final class Sound implements Audio {
        @Override
        public long size() {
            return sound.length;
        }

        @Override
        public String sha256() {
            return "cd".repeat(32);
        }

        @Override
        public InputStream read(long from) {
            int start = Math.toIntExact(from);
            return new ByteArrayInputStream(sound, start, sound.length - start - torn);
        }
    }
}
