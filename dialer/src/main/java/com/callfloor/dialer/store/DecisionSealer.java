package com.callfloor.dialer.store;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.store.ChainHead.Head;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends new decisions to the hash chain. Apart from the reservations, which would have to queue for the chain's end; so
 * the newest second is not sealed yet. Usable from any thread, and by several nodes: a lock lets one at a time seal.
 */
public final class DecisionSealer {
    private static final int AT_ONCE = 500;
    private static final String UNSEALED = "SELECT " + SealedEntry.COLUMNS + """
             FROM decisions d LEFT JOIN decision_chain c ON c.decision_id = d.id
            WHERE d.id > :after AND c.decision_id IS NULL ORDER BY d.id LIMIT :most""";
    private static final String HEAD = "SELECT seq, hash FROM decision_chain ORDER BY seq DESC LIMIT 1";
    private static final String APPEND = """
            INSERT INTO decision_chain (seq, decision_id, hash) VALUES (:seq, :decision, :hash)""";
    /** A reservation's number is taken when it is written, and seen when it commits: others may be seen before it. */
    private static final long LATEST_COMERS_NS = 60_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(DecisionSealer.class);

    private final Jdbi jdbi;
    private final @Nullable ChainHead anchor;
    private long allSealedUpTo;
    private long sealedUpTo;
    private long sealedUpToSince = System.nanoTime();

    /** {@code headFile}: where each new head is written too, best on another machine's disk. */
    public DecisionSealer(Database database, Optional<Path> headFile) {
        this.jdbi = database.jdbi();
        this.anchor = headFile.map(ChainHead::new).orElse(null);
    }

    /**
     * Seals all that waits. Blocks on the database.
     *
     * @return how many were sealed; 0 too where another node is sealing
     */
    public synchronized long seal() {
        long sealed = 0;
        while (true) {
            Sealed some = NamedLock.holding(jdbi, "decisions", this::sealSome).orElse(new Sealed(0, null));
            // After the commit, so that the file never names an entry that does not exist.
            if (anchor != null && some.head() != null) {
                anchor.write(some.head());
            }
            sealed += some.entries();
            if (some.entries() < AT_ONCE) {
                return sealed;
            }
        }
    }

    /** {@code head} null: nothing to write down. */
    private record Sealed(int entries, @Nullable Head head) {}

    private Sealed sealSome(Handle handle) {
        List<SealedEntry> waiting = handle.createQuery(UNSEALED)
                .bind("after", allSealedUpTo)
                .bind("most", AT_ONCE)
                .map(SealedEntry::of)
                .list();
        if (waiting.isEmpty()) {
            return new Sealed(0, null);
        }
        // A chain that was cut is sealed on, but its anchor stays: it is the proof of what is missing.
        boolean whole = whole(handle);
        Head head = head(handle).orElse(new Head(0, SealedEntry.BEGINNING));
        PreparedBatch batch = handle.prepareBatch(APPEND);
        for (SealedEntry each : waiting) {
            head = new Head(head.seq() + 1, each.hash(head.hash()));
            batch.bind("seq", head.seq()).bind("decision", each.id()).bind("hash", head.hash()).add();
        }
        batch.execute();
        forgetThoseLongSealed(waiting.getLast().id());
        return new Sealed(waiting.size(), whole ? head : null);
    }

    private boolean whole(Handle handle) {
        try {
            if (anchor == null || anchor.read().map(former -> ChainWalk.holds(handle, former)).orElse(true)) {
                return true;
            }
            LOG.error(
                    "the decisions' chain does not hold its anchored head any more: entries were cut off; verify the decision log");
        } catch (UncheckedIOException e) {
            LOG.error("{}; decisions are sealed all the same, and the file is left as it is", e.getMessage());
        }
        return false;
    }

    private void forgetThoseLongSealed(long newest) {
        if (System.nanoTime() - sealedUpToSince > LATEST_COMERS_NS) {
            allSealedUpTo = sealedUpTo;
            sealedUpTo = newest;
            sealedUpToSince = System.nanoTime();
        }
    }

    static Optional<Head> head(Handle handle) {
        return handle.createQuery(HEAD)
                .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
                .findOne();
    }
}
