package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RawWav;
import com.callfloor.recorder.codec.GrowingOpus;
import com.callfloor.recorder.spool.RawFile;
import com.callfloor.recorder.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes raw files while the PBX still writes them, so that at a call's end only its last second is left to encode: 60
 * calls of minutes that end at once would take two cores many seconds. What it reads is read and compared again at the
 * intake, so it may be wrong, late or lost. One thread looks; any thread takes.
 */
public final class Follower implements Beginnings {
    /** Of encoded sound, together some 12 hours. What goes beyond is encoded after its call. */
    private static final long MOST_BYTES = 128L << 20;

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final Spool spool;
    private final DebtorSide debtorSide;
    private final long mostBytes;
    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final Set<UUID> notAgain = new HashSet<>();

    public Follower(Spool spool, DebtorSide debtorSide) {
        this(spool, debtorSide, MOST_BYTES);
    }

    Follower(Spool spool, DebtorSide debtorSide, long mostBytes) {
        this.spool = spool;
        this.debtorSide = debtorSide;
        this.mostBytes = mostBytes;
    }

    /** Encodes what was written since the last look. Blocks, on one core for 1/150 of what is new, played. */
    public void look() {
        try {
            Collection<RawFile> raws = spool.list().raws();
            Set<UUID> there = new HashSet<>();
            raws.forEach(raw -> there.add(raw.attemptId()));
            followed.keySet().retainAll(there);
            notAgain.retainAll(there);
            raws.forEach(this::follow);
            letGo(raws);
        } catch (IOException | RuntimeException e) {
            // Reading a folder may fail unchecked, and whoever looks again and again must not be ended by that.
            log.debug("The spool cannot be followed: {}", e.toString());
        }
    }

    /** What was not written to for longest goes first: it waits for a vault, the others' calls may go on. */
    private void letGo(Collection<RawFile> raws) {
        for (RawFile raw : raws.stream().sorted(Comparator.comparing(RawFile::lastWrite)).toList()) {
            if (followed.values().stream().mapToLong(Followed::bytes).sum() <= mostBytes) {
                return;
            }
            take(raw.attemptId());
            notAgain.add(raw.attemptId());
        }
    }

    @Override
    public Optional<GrowingOpus> take(UUID attemptId) {
        return Optional.ofNullable(followed.get(attemptId)).flatMap(Followed::take);
    }

    private void follow(RawFile raw) {
        if (notAgain.contains(raw.attemptId())) {
            return;
        }
        Followed call = followed.computeIfAbsent(raw.attemptId(), id -> new Followed());
        try {
            call.readOn(raw);
        } catch (IOException | RuntimeException e) {
            log.debug("{} is not followed any more: {}", raw.attemptId(), e.toString());
            call.take();
            notAgain.add(raw.attemptId());
        }
    }

    /** One call's beginning, until it is taken. */
    private final class Followed {
        private Optional<GrowingOpus> opus = Optional.of(new GrowingOpus());

        synchronized Optional<GrowingOpus> take() {
            Optional<GrowingOpus> taken = opus;
            opus = Optional.empty();
            return taken;
        }

        synchronized long bytes() {
            return opus.map(GrowingOpus::bytes).orElse(0);
        }

        synchronized void readOn(RawFile raw) throws IOException {
            if (opus.isEmpty()) {
                return;
            }
            long from = opus.get().frames() * PcmFormat.FRAME_BYTES;
            if (raw.bytes() - from < PcmFormat.FRAME_BYTES) {
                return;
            }
            try (InputStream further = new RawWav(raw.path(), raw.bytes(), debtorSide).framesFrom(from)) {
                opus.get().add(further);
            }
        }
    }
}
