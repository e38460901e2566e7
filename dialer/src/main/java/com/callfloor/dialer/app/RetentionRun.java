package com.callfloor.dialer.app;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.callfloor.dialer.recordings.KeptRecording;
import com.callfloor.dialer.recordings.RetentionBook;
import com.callfloor.dialer.recordings.RetentionBook.Tombstone;
import com.callfloor.dialer.recordings.RetentionPlan;
import com.callfloor.dialer.recordings.RetentionPlan.Verdict;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes recordings that have been kept for long enough, one by one: first the tombstone, then the object. What a crash
 * between the two leaves is finished by the next run, so that no object is ever gone without a tombstone.
 */
final class RetentionRun {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);
    private static final int AT_ONCE = 200;
    private static final int LOOKED_AT = 20;

    private final RetentionBook book;
    private final RetentionPlan plan;
    private final Vault vault;

    RetentionRun(RetentionBook book, RetentionPlan plan, Vault vault) {
        this.book = book;
        this.plan = plan;
        this.vault = vault;
    }

    /** Why nothing may be deleted at all now; empty if something may. */
    Optional<String> doubt(Instant now) {
        return book.newestEntry()
                .filter(newest -> newest.isAfter(now))
                .map(newest -> "the newest recording was noted at " + newest + ", and it is " + now
                        + " by this clock: one of them is wrong, so nothing is deleted");
    }

    /** Shows each stored recording with what would become of it. Changes nothing. */
    void judge(Instant now, BiConsumer<KeptRecording, Verdict> shown) {
        walk(now, false, shown);
    }

    /** Oldest first, so that {@code onlyOld} need not look at what cannot be due. */
    private void walk(Instant now, boolean onlyOld, BiConsumer<KeptRecording, Verdict> shown) {
        KeptRecording last = null;
        List<KeptRecording> page;
        do {
            page = book.stored(last, AT_ONCE);
            for (KeptRecording recording : page) {
                shown.accept(recording, plan.of(recording, now));
                last = recording;
            }
        } while (last != null && !page.isEmpty() && !(onlyOld && plan.tooYoung(last.storedAt(), now))
                && !Thread.currentThread().isInterrupted());
    }

    /**
     * Deletes what is due. What cannot be deleted now stops nothing else; the next run tries it again.
     *
     * @param by who or what deletes, for the tombstones
     * @return how many recordings
     * @throws IOException when the store does not answer
     */
    long delete(Instant now, String by) throws IOException {
        vault.probe();
        if (nothingLiesThere(book.stored(null, LOOKED_AT))) {
            LOG.warn("none of the oldest recordings lies in the store; nothing is deleted before it is mounted again");
            return 0;
        }
        finish();
        Optional<String> doubt = doubt(now);
        if (doubt.isPresent()) {
            LOG.warn("{}", doubt.get());
            return 0;
        }
        long[] deleted = {0};
        walk(now, true, (recording, verdict) -> {
            if (verdict instanceof Verdict.Due due && buried(recording,
                    new Tombstone(now, due.why(), due.rule().name(), by))) {
                deleted[0]++;
            }
        });
        finish();
        return deleted[0];
    }

    private boolean buried(KeptRecording recording, Tombstone tombstone) {
        try {
            return book.bury(recording, tombstone);
        } catch (RuntimeException e) {
            LOG.warn("the recording of attempt {} is due and cannot be deleted now: {}", recording.attempt(),
                    e.toString());
            return false;
        }
    }

    /** Deletes the objects of recordings that have their tombstone. */
    private void finish() {
        KeptRecording last = null;
        List<KeptRecording> page;
        do {
            page = book.unfinished(last, AT_ONCE);
            for (KeptRecording recording : page) {
                finish(recording);
                last = recording;
            }
        } while (!page.isEmpty() && !Thread.currentThread().isInterrupted());
    }

    private void finish(KeptRecording recording) {
        VaultKey key = new VaultKey(recording.objectKey());
        try {
            if (vault.delete(key) || isGone(key)) {
                book.gone(recording.attempt());
            } else {
                LOG.warn("the object {} is to be deleted and does not lie in the store; it is looked for again", key);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the object {} cannot be deleted now: {}", key, e.toString());
        }
    }

    /** One that is not there is gone only where others are: the folder may be an empty one, its disk not mounted. */
    private boolean isGone(VaultKey key) throws IOException {
        List<KeptRecording> others = book.stored(null, LOOKED_AT);
        return !vault.exists(key) && !others.isEmpty() && !nothingLiesThere(others);
    }

    /** False where there is nothing to look for. */
    private boolean nothingLiesThere(List<KeptRecording> recordings) throws IOException {
        for (KeptRecording recording : recordings) {
            if (vault.exists(new VaultKey(recording.objectKey()))) {
                return false;
            }
        }
        return !recordings.isEmpty();
    }
}
