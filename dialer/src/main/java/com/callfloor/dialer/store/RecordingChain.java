package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.store.ChainHead.Head;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the hash chain of recordings, in the transaction of the fact that it tells of. Whoever appends holds the
 * lock of the chain's head until that transaction ends, so it does so last. Any thread, several nodes.
 */
public final class RecordingChain {
    private static final int AT_ONCE = 200;
    private static final String HEAD = "SELECT seq, hash FROM recording_chain_head WHERE id = 1 FOR UPDATE";
    private static final String APPEND = """
            INSERT INTO recording_chain
                (seq, kind, attempt_id, object_key, sha256, bytes, at, why, rule_name, done_by, hash)
            VALUES (:seq, :kind, :attempt, :key, :sha256, :bytes, :at, :why, :rule, :by, :hash)""";
    private static final String MOVE_HEAD = "UPDATE recording_chain_head SET seq = :seq, hash = :hash WHERE id = 1";
    private static final String OLDER = """
            SELECT r.attempt_id, r.object_key, r.sha256, r.bytes, r.stored_at
            FROM recordings r LEFT JOIN recording_chain c ON c.attempt_id = r.attempt_id AND c.kind = 'stored'
            WHERE r.state = 'stored' AND c.seq IS NULL ORDER BY r.stored_at, r.attempt_id LIMIT :most""";
    private static final String OLDER_CHAINED = "SELECT older_chained FROM recording_chain_head WHERE id = 1";

    private static final Logger LOG = LoggerFactory.getLogger(RecordingChain.class);

    private final Jdbi jdbi;
    private final @Nullable ChainHead anchor;
    private long anchored;

    /** {@code headFile}: where each new head is written too, best on another machine's disk. */
    public RecordingChain(Database database, Optional<Path> headFile) {
        this.jdbi = database.jdbi();
        this.anchor = headFile.map(ChainHead::new).orElse(null);
    }

    /**
     * Where the chain ends once the transaction is committed.
     *
     * @param whole whether the chain still held what was anchored before
     */
    record Appended(Head head, boolean whole) {}

    /** Appends in the caller's transaction; {@link #committed} is to be told of the answer after it. */
    Appended append(Handle handle, List<RecordingEntry> entries) {
        Head head = handle.createQuery(HEAD)
                .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
                .one();
        boolean whole = whole(handle, head);
        for (RecordingEntry entry : entries) {
            long seq = head.seq() + 1;
            head = new Head(seq, entry.hash(head.hash(), seq));
            write(handle, entry, head);
        }
        handle.createUpdate(MOVE_HEAD).bind("seq", head.seq()).bind("hash", head.hash()).execute();
        return new Appended(head, whole);
    }

    /** Writes the new end down outside of the database, after the commit: the file never names what does not exist. */
    synchronized void committed(Appended appended) {
        if (anchor == null || appended.head().seq() <= anchored) {
            return;
        }
        if (!appended.whole()) {
            // The file stays as it is: it is the proof of what is missing.
            LOG.error("the chain of recordings does not hold its anchored head any more: entries were cut off; "
                    + "run bin/floor recordings verify");
            return;
        }
        anchor.write(appended.head());
        anchored = appended.head().seq();
    }

    /**
     * Takes in the recordings that were stored before there was a chain, oldest first and bit by bit; once, ever. Blocks.
     *
     * @return how many
     */
    public long chainOlder() {
        if (jdbi.withHandle(handle -> handle.createQuery(OLDER_CHAINED).mapTo(Boolean.class).one())) {
            return 0;
        }
        long all = 0;
        while (true) {
            int some = chainSome();
            if (some == 0) {
                return all;
            }
            all += some;
        }
    }

    private int chainSome() {
        record Some(int entries, @Nullable Appended appended) {}
        Some some = jdbi.inTransaction(handle -> {
            // First, so that no other node takes the same ones.
            handle.createQuery(HEAD).mapToMap().one();
            List<RecordingEntry> older = older(handle);
            if (older.isEmpty()) {
                handle.execute("UPDATE recording_chain_head SET older_chained = TRUE WHERE id = 1");
                return new Some(0, null);
            }
            return new Some(older.size(), append(handle, older));
        });
        if (some.appended() != null) {
            committed(some.appended());
        }
        return some.entries();
    }

    private static List<RecordingEntry> older(Handle handle) {
        return handle.createQuery(OLDER)
                .bind("most", AT_ONCE)
                .map((row, context) -> RecordingEntry.stored(row.getString("attempt_id"), row.getString("object_key"),
                        row.getString("sha256"), row.getLong("bytes"), Rows.instant(row, "stored_at")))
                .list();
    }

    private boolean whole(Handle handle, Head head) {
        Optional<Head> former = anchor == null ? Optional.empty() : anchor.read();
        return former.isEmpty() || former.get().equals(head) || holds(handle, former.get());
    }

    /** Whether the chain holds this entry now, whatever the transaction saw when it began. */
    private static boolean holds(Handle handle, Head head) {
        return handle.createQuery("SELECT hash FROM recording_chain WHERE seq = :seq FOR UPDATE")
                .bind("seq", head.seq())
                .mapTo(String.class)
                .findOne()
                .filter(head.hash()::equals)
                .isPresent();
    }

    private static void write(Handle handle, RecordingEntry entry, Head head) {
        handle.createUpdate(APPEND)
                .bind("seq", head.seq())
                .bind("kind", Rows.code(entry.kind()))
                .bind("attempt", entry.attemptId())
                .bind("key", entry.objectKey())
                .bind("sha256", entry.sha256())
                .bind("bytes", entry.bytes())
                .bind("at", entry.at())
                .bind("why", entry.why())
                .bind("rule", entry.rule())
                .bind("by", entry.by())
                .bind("hash", head.hash())
                .execute();
    }
}
