package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes one connection's actions from a thread of its own: a peer that stopped reading blocks the writer, and the
 * library's event thread must never send. A reply that stays out is not timed here, one by one (the library would keep
 * its entry for ever); {@link #oldestWait} tells the watchdog, which throws the whole connection away.
 *
 * <p>An action's {@code failed} hears why it surely did nothing: refused by the PBX, or never sent. It hears nothing if
 * the link is lost after the action was sent: then only the next snapshot knows. It may be called from any thread.
 */
final class ActionSender implements AutoCloseable {
    private static final int CAPACITY = 10_000;
    private static final Words LOST = new Words("the link to the PBX was lost before this was sent",
            "指令发出前与 PBX 的连接已断开");

    private record Waiting(long serial, Outgoing outgoing, Consumer<Words> failed) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - outgoing.askedNanos());
        }
    }

    private final AmiConnection connection;
    private final Duration perish;
    private final LinkCounters counters;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final ConcurrentSkipListMap<Long, Waiting> unanswered = new ConcurrentSkipListMap<>();
    private final AtomicLong serials = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    ActionSender(AmiConnection connection, Duration perish, LinkCounters counters) {
        this.connection = connection;
        this.perish = perish;
        this.counters = counters;
        this.thread = Thread.ofPlatform().daemon().name("pbx-send").start(this::run);
    }

    void send(Outgoing outgoing, Consumer<Words> failed) {
        Waiting waiting = new Waiting(serials.getAndIncrement(), outgoing, failed);
        unanswered.put(waiting.serial(), waiting);
        if (closed || !queue.offer(waiting)) {
            give(waiting, closed
                    ? Switchboard.DOWN
                    : new Words("too much is waiting to be sent to the PBX", "待发往 PBX 的指令过多"));
        } else if (closed && queue.remove(waiting)) {
            give(waiting, Switchboard.DOWN);
        }
    }

    /** How long the action that has waited longest has been without a reply, its time in the queue included. */
    Optional<Duration> oldestWait() {
        var oldest = unanswered.firstEntry();
        return oldest == null ? Optional.empty() : Optional.of(oldest.getValue().age());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        List<Waiting> unsent = new ArrayList<>();
        queue.drainTo(unsent);
        unsent.forEach(waiting -> give(waiting, LOST));
    }

    private void run() {
        try {
            while (!closed) {
                write(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            connection.kill();
        }
    }

    private void write(Waiting waiting) throws IOException {
        if (closed) {
            give(waiting, LOST);
        } else if (waiting.outgoing().perishes() && waiting.age().compareTo(perish) > 0) {
            give(waiting, Words.of("it could not be sent to the PBX within %d ms and is too late now",
                    "%d 毫秒内未能发往 PBX，已过时效", perish.toMillis()));
        } else {
            try {
                connection.sendAction(waiting.outgoing().action(), response -> replied(waiting, response));
            } catch (IllegalStateException e) {
                give(waiting, LOST);
            }
        }
    }

    private void give(Waiting waiting, Words why) {
        if (unanswered.remove(waiting.serial()) != null) {
            waiting.failed().accept(why);
        }
    }

    /** A null response is the library's way to say that the connection ended. */
    private void replied(Waiting waiting, @Nullable ManagerResponse response) {
        if (response != null && unanswered.remove(waiting.serial()) != null) {
            counters.answered(waiting.age());
            if (response instanceof ManagerError) {
                waiting.failed().accept(Words.same(String.valueOf(response.getMessage())));
            }
        }
    }
}
