package com.callfloor.dialer.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings batches to disk, however often the database has to be asked. Confined to the journal's thread. */
final class FactWriter {
    private static final Logger LOG = LoggerFactory.getLogger(FactWriter.class);
    private static final int TRIES_OF_REFUSED_FACT = 3;

    private final Jdbi jdbi;
    private final String journalId;
    private final Outbox outbox;
    private final CaseSteering steering;
    private final Consumer<JournalEntry> written;
    private final Consumer<JournalEntry> refused;
    private final AtomicLong setAside = new AtomicLong();

    FactWriter(Jdbi jdbi, String journalId, Outbox outbox, CaseSteering steering, Consumer<JournalEntry> written,
            Consumer<JournalEntry> refused) {
        this.jdbi = jdbi;
        this.journalId = journalId;
        this.outbox = outbox;
        this.steering = steering;
        this.written = written;
        this.refused = refused;
    }

    long setAside() {
        return setAside.get();
    }

    /**
     * Returns when every entry is on disk or set aside, and so taken out of the batch. A batch with a refused entry is
     * written one by one.
     */
    void write(Deque<JournalEntry> batch) throws InterruptedException {
        BackOff backOff = new BackOff();
        boolean away = false;
        int refusals = 0;
        while (true) {
            try {
                jdbi.useTransaction(handle -> {
                    new FactBatch(new FactStatements(handle, journalId, outbox, steering)).write(batch);
                });
                if (away) {
                    LOG.info("the database is back: {} facts written", batch.size());
                }
                batch.forEach(this::announce);
                batch.clear();
                return;
            } catch (RuntimeException e) {
                if (SqlFailures.isAboutTheContent(e)) {
                    if (batch.size() > 1) {
                        writeOneByOne(batch);
                        return;
                    }
                    if (++refusals == TRIES_OF_REFUSED_FACT) {
                        setAside(batch.removeFirst(), e);
                        return;
                    }
                } else if (!away) {
                    away = true;
                    LOG.warn("the database does not take facts; they are kept and tried again: {}", e.getMessage());
                }
            }
            Thread.sleep(backOff.next());
        }
    }

    private void writeOneByOne(Deque<JournalEntry> batch) throws InterruptedException {
        while (!batch.isEmpty()) {
            write(new ArrayDeque<>(List.of(batch.getFirst())));
            batch.removeFirst();
        }
    }

    /** One fact that can never be written must not keep all others from the disk for ever. */
    private void setAside(JournalEntry entry, RuntimeException why) {
        LOG.error("the database refuses this fact, it is only here: {}", entry, why);
        setAside.incrementAndGet();
        refused.accept(entry);
    }

    private void announce(JournalEntry entry) {
        try {
            written.accept(entry);
        } catch (RuntimeException e) {
            LOG.error("someone told of a written fact failed on {}", entry, e);
        }
    }
}
