package com.callfloor.dialer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.store.ChainHead.Anchor;
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
    private static final String HEAD = "SELECT seq, hash, older_chained FROM recording_chain_head WHERE id = 1 FOR UPDATE";
    private static final String APPEND = """
            INSERT INTO recording_chain
                (seq, kind, attempt_id, object_key, format, sha256, pcm_sha256, bytes, frames, at, why, rule_name, done_by,
                hash)
            VALUES (:seq, :kind, :attempt, :key, :format, :sha256, :pcm, :bytes, :frames, :at, :why, :rule, :by, :hash)""";
    private static final String MOVE_HEAD = "UPDATE recording_chain_head SET seq = :seq, hash = :hash WHERE id = 1";
    private static final String OLDER = """
            SELECT r.attempt_id, r.object_key, r.format, r.sha256, r.pcm_sha256, r.bytes, r.frames, r.stored_at
            FROM recordings r LEFT JOIN recording_chain c ON c.attempt_id = r.attempt_id AND c.kind = 'stored'
            WHERE r.state = 'stored' AND r.stored_at >= :at AND (r.stored_at > :at OR r.attempt_id > :attempt)
              AND c.seq IS NULL
            ORDER BY r.stored_at, r.attempt_id LIMIT :most""";
    private static final String OLDER_CHAINED = "SELECT older_chained FROM recording_chain_head WHERE id = 1";

    private static final Logger LOG = LoggerFactory.getLogger(RecordingChain.class);

    private static final RecordingEntry BEFORE_ALL = RecordingEntry.stored("",
            new RecordingEntry.Kept("", null, "", null, 0, null), Instant.parse("1970-01-01T00:00:00Z"));

    private final Jdbi jdbi;
    private final @Nullable ChainHead anchor;
    private @Nullable Anchor anchored;

    /** {@code headFile}: where each new head is written too, best on another machine's disk. */
    public RecordingChain(Database database, Optional<Path> headFile) {
        this.jdbi = database.jdbi();
        this.anchor = headFile.map(ChainHead::new).orElse(null);
    }

    /**
     * Where the chain ends once the transaction is committed.
     *
     * @param doubt why the file of the head must stay as it is; null where it need not
     */
    record Appended(Anchor end, @Nullable String doubt) {}

    /** Appends in the caller's transaction; {@link #committed} is to be told of the answer after it. */
    Appended append(Handle handle, List<RecordingEntry> entries) {
        Anchor before = handle.createQuery(HEAD)
                .map((row, context) -> new Anchor(new Head(row.getLong("seq"), row.getString("hash")),
                        row.getBoolean("older_chained")))
                .one();
        Head head = before.head();
        boolean olderChained = before.olderChained();
        String doubt = null;
        try {
            Optional<Anchor> former = former();
            olderChained |= former.isPresent() && former.get().olderChained();
            if (former.isPresent() && !holds(handle, former.get().head(), head)) {
                doubt = "the chain of recordings does not hold its anchored head any more: entries were cut off";
            }
        } catch (IOException e) {
            // No recording is refused for that: its raw file would be all there is of it.
            doubt = String.valueOf(e.getMessage());
        }
        for (RecordingEntry entry : entries) {
            long seq = head.seq() + 1;
            head = new Head(seq, entry.hash(head.hash(), seq));
            write(handle, entry, head);
        }
        handle.createUpdate(MOVE_HEAD).bind("seq", head.seq()).bind("hash", head.hash()).execute();
        return new Appended(new Anchor(head, olderChained), doubt);
    }

    private Optional<Anchor> former() throws IOException {
        return anchor == null ? Optional.empty() : anchor.anchored();
    }

    /** Writes the new end down outside of the database, after the commit: the file never names what does not exist. */
    synchronized void committed(Appended appended) {
        if (anchor == null || !isNews(appended.end())) {
            return;
        }
        if (appended.doubt() != null) {
            // The file stays as it is: it is the proof of what is missing.
            LOG.error("{}; run bin/floor recordings verify", appended.doubt());
            return;
        }
        try {
            anchor.write(appended.end());
            anchored = appended.end();
        } catch (IOException e) {
            // The file goes on naming an earlier entry, which is true; the next one is written again.
            LOG.error("the head of the chain of recordings cannot be written to its file", e);
        }
    }

    private boolean isNews(Anchor end) {
        return anchored == null || end.head().seq() > anchored.head().seq()
                || (end.head().equals(anchored.head()) && end.olderChained() && !anchored.olderChained());
    }

    /**
     * Takes in the recordings that were stored before there was a chain, oldest first and bit by bit; once, ever. Blocks
     * for long where there are many; recordings may be stored meanwhile. One that was cut off goes on at the next call.
     *
     * @return how many
     */
    public long chainOlder() {
        if (jdbi.withHandle(handle -> handle.createQuery(OLDER_CHAINED).mapTo(Boolean.class).one())) {
            return 0;
        }
        if (wasDoneBefore()) {
            LOG.error("the database says that older recordings are not chained, and the file of the chain's head that "
                    + "they are: somebody set it back. None is chained; run bin/floor recordings verify");
            return 0;
        }
        long all = 0;
        RecordingEntry last = BEFORE_ALL;
        while (true) {
            List<RecordingEntry> some = chainSome(last);
            if (some.isEmpty()) {
                return all;
            }
            all += some.size();
            last = some.getLast();
        }
    }

    /** What cannot be read is no reason to take in what may have been inserted. */
    private boolean wasDoneBefore() {
        try {
            return former().map(Anchor::olderChained).orElse(false);
        } catch (IOException e) {
            LOG.error("{}; no older recordings are chained until it is mended", e.getMessage());
            return true;
        }
    }

    /** {@code last}: of those before, which are looked at no more. */
    private List<RecordingEntry> chainSome(RecordingEntry last) {
        record Some(List<RecordingEntry> entries, Appended appended) {}
        Some some = GivingWay.inTransaction(jdbi, handle -> {
            // First, so that no other node takes the same ones.
            handle.createQuery(HEAD).mapToMap().one();
            List<RecordingEntry> older = older(handle, last);
            if (older.isEmpty()) {
                handle.execute("UPDATE recording_chain_head SET older_chained = TRUE WHERE id = 1");
            }
            return new Some(older, append(handle, older));
        });
        committed(some.appended());
        return some.entries();
    }

    private static List<RecordingEntry> older(Handle handle, RecordingEntry last) {
        return handle.createQuery(OLDER)
                .bind("at", last.at())
                .bind("attempt", last.attemptId())
                .bind("most", AT_ONCE)
                .map((row, context) -> RecordingEntry.stored(row.getString("attempt_id"), RecordingEntry.Kept.of(row),
                        Rows.instant(row, "stored_at")))
                .list();
    }

    private static boolean holds(Handle handle, Head former, Head now) {
        return former.equals(now) || former.seq() == 0 || holds(handle, former);
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
                .bind("key", entry.kept().objectKey())
                .bind("format", entry.kept().format())
                .bind("sha256", entry.kept().sha256())
                .bind("pcm", entry.kept().pcmSha256())
                .bind("bytes", entry.kept().bytes())
                .bind("frames", entry.kept().frames())
                .bind("at", entry.at())
                .bind("why", entry.why())
                .bind("rule", entry.rule())
                .bind("by", entry.by())
                .bind("hash", head.hash())
                .execute();
    }
}
