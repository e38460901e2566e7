package com.callfloor.dialer.web.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingWaveforms;
import org.jspecify.annotations.Nullable;

/** Recordings in memory; all of them sound alike. */
public final class FakeRecordings implements RecordingCatalogue, RecordingAudio, RecordingWaveforms {
    private static final String WAVEFORM = """
            {"length_ms":61250,"peaks_per_second":20,"debtor_peaks":"AIA=","agent_peaks":"/wA=",
             "marks":[{"kind":"debtor","from_ms":0,"to_ms":1000},{"kind":"silence","from_ms":1000,"to_ms":61250}],
             "debtor_talk_ms":1000,"agent_talk_ms":0,"overlap_ms":0,"silence_ms":60250,"longest_silence_ms":60250,
             "debtor_first_ms":0,"agent_first_ms":null,"debtor_share":1.0,"agent_share":0.0}""";

    public volatile byte[] sound = new byte[300_001];
    public final List<RecordingView> recordings = new CopyOnWriteArrayList<>();
    /** Whether every call has one, for books that are real while this is not. */
    public volatile boolean knowsAll;
    /** Whose each of them is. */
    public volatile Recorded recorded = new Recorded("Lender", 1L, 7L);
    /** Of each of them. */
    public final List<PauseView> pauses = new CopyOnWriteArrayList<>();
    /** What their hash is said to be. */
    public volatile String sha256 = "cd".repeat(32);
    /** How many bytes of the sound are gone although its size still counts them. */
    public volatile int torn;
    public volatile String mediaType = "audio/ogg";

    public FakeRecordings() {
        RandomGenerator.of("L64X128MixRandom").nextBytes(sound);
    }

    @Override
    public Optional<RecordingView> byId(AttemptId id) {
        return recordings.stream().filter(recording -> recording.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Recorded> recorded(AttemptId id) {
        return knowsAll ? Optional.of(recorded) : byId(id).map(found -> recorded);
    }

    @Override
    public Set<AttemptId> within(Scope scope, Collection<AttemptId> ids) {
        return inScope(scope) ? Set.copyOf(ids) : Set.of();
    }

    private boolean inScope(Scope scope) {
        Long agent = scope.agentId();
        return (scope.lenders().isEmpty() || scope.lenders().contains(recorded.lender()))
                && (scope.teams().isEmpty() || scope.teams().contains(recorded.teamId()))
                && (agent == null || agent.equals(recorded.agentId()));
    }

    @Override
    public List<RecordingView> page(Scope scope, @Nullable CaseId caseId, @Nullable AttemptId before, int limit) {
        return recordings.stream()
                .filter(recording -> inScope(scope))
                .filter(recording -> caseId == null || recording.caseId().equals(caseId))
                .filter(recording -> before == null || recording.id().compareTo(before) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PauseView> pauses(AttemptId id) {
        return List.copyOf(pauses);
    }

    @Override
    public Totals totals(Instant since) {
        throw new UnsupportedOperationException("not the web's business");
    }

    @Override
    public Optional<Audio> open(AttemptId id) {
        return byId(id).filter(recording -> recording.state().equals("stored")).map(stored -> new Sound(mediaType));
    }

    @Override
    public Optional<Audio> openAsWav(AttemptId id) {
        return open(id).map(stored -> new Sound("audio/wav"));
    }

    @Override
    public Optional<String> of(AttemptId id) {
        return open(id).map(stored -> WAVEFORM);
    }

    private final class Sound implements Audio {
        private final String mediaType;

        Sound(String mediaType) {
            this.mediaType = mediaType;
        }

        @Override
        public String mediaType() {
            return mediaType;
        }

        @Override
        public long size() {
            return sound.length;
        }

        @Override
        public String tag() {
            return sha256 + (mediaType.equals("audio/wav") ? "-wav" : "");
        }

        @Override
        public InputStream read(long from) {
            int start = Math.toIntExact(from);
            return new ByteArrayInputStream(sound, start, sound.length - start - torn);
        }
    }
}
