package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.callfloor.dialer.floor.FactJournal;
import com.callfloor.dialer.floor.FloorFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts on their way into the database: one thread writes them in order, many in a transaction. What was taken is
 * kept in memory until it is on disk; a process that dies before loses it, which is why reservations never come this way.
 */
public final class SqlFactJournal implements FactJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlFactJournal.class);
    private static final int LARGEST_BATCH = 200;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    /** Facts, and nothing where the journal was closed: who waits for a fact must wake up then. */
    private final LinkedBlockingQueue<Optional<FloorFact>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final FactWriter writer;
    private final Thread thread;
    private volatile long progressNanos;

    /** One of whose facts no receiver is told. */
    public SqlFactJournal(Database database, Consumer<FloorFact> afterWritten) {
        this(database, Outbox.ofNobody(database), new CaseSteering(database), afterWritten);
    }

    /**
     * Starts writing.
     *
     * @param afterWritten told of each fact once it is on disk, in order, on the journal's thread; must be quick
     */
    public SqlFactJournal(Database database, Outbox outbox, CaseSteering steering,
            Consumer<FloorFact> afterWritten) {
        this.writer = new FactWriter(database.jdbi(), UUID.randomUUID().toString(), outbox, steering, entry -> {
            settled();
            afterWritten.accept(entry.fact());
        }, entry -> settled());
        this.thread = Thread.ofPlatform().name("fact-journal").daemon().unstarted(this::run);
        thread.start();
    }

    @Override
    public void write(FloorFact fact) {
        if (waiting.getAndIncrement() == 0) {
            progressNanos = System.nanoTime();
        }
        queue.add(Optional.of(fact));
    }

    private void settled() {
        waiting.decrementAndGet();
        progressNanos = System.nanoTime();
    }

    @Override
    public Duration stuckFor() {
        return waiting.get() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - progressNanos);
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    /** Facts that the database refused for their content, and that are only in the log. */
    public long setAside() {
        return writer.setAside();
    }

    private void run() {
        long number = 0;
        Deque<JournalEntry> batch = new ArrayDeque<>();
        try {
            boolean closing = false;
            while (!closing || !queue.isEmpty()) {
                for (Optional<FloorFact> next : take()) {
                    closing |= next.isEmpty();
                    if (next.isPresent()) {
                        batch.add(new JournalEntry(number++, next.get()));
                    }
                }
                if (!batch.isEmpty()) {
                    writer.write(batch);
                }
            }
        } catch (InterruptedException e) {
            batch.forEach(entry -> LOG.error("not written: {}", entry));
            for (FloorFact fact : queue.stream().flatMap(Optional::stream).toList()) {
                LOG.error("not written: {}", new JournalEntry(number++, fact));
            }
        }
    }

    /** Waits until there is something, and takes that and what came with it. */
    private List<Optional<FloorFact>> take() throws InterruptedException {
        List<Optional<FloorFact>> taken = new ArrayList<>();
        taken.add(queue.take());
        queue.drainTo(taken, LARGEST_BATCH - 1);
        return taken;
    }

    /**
     * Writes what is left and stops.
     *
     * @param within how long to go on trying
     * @return how many facts could not be written; each is in the log
     */
    public int close(Duration within) {
        queue.add(Optional.empty());
        try {
            if (!thread.join(within)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        int left = waiting();
        if (left > 0) {
            LOG.error("{} facts could not be written before the journal was closed", left);
        }
        return left;
    }

    /** Closes within 10 s; see {@link #close(Duration)}. */
    @Override
    public void close() {
        close(CLOSE_WITHIN);
    }
}
