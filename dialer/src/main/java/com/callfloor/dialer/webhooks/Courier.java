package com.callfloor.dialer.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages to receivers, and notes what came of it. For any thread; one at a time for each receiver is enough. */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** On the way to one receiver at once, from this node. */
    private static final int AT_ONCE = 4;
    private static final int BATCH = 16;
    /** Longer than a batch takes that runs into every time limit: nothing is sent twice because it is slow. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(3);

    private final Receivers receivers;
    private final DeliveryBook book;
    private final Sender sender;
    private final Clock clock;
    private final RandomGenerator random;
    private final ExecutorService threads;

    /**
     * Made once.
     *
     * @param clock the real one, also on a floor whose clock is simulated: receivers compare it with theirs
     * @param random for any thread
     * @param threads for what waits for receivers, without a bound of its own
     */
    public Courier(Receivers receivers, DeliveryBook book, Sender sender, Clock clock, RandomGenerator random,
            ExecutorService threads) {
        this.receivers = receivers;
        this.book = book;
        this.sender = sender;
        this.clock = clock;
        this.random = random;
        this.threads = threads;
    }

    /** Sends what is due to one receiver, until nothing is due any more, or it takes nothing. Blocks for so long. */
    public void round(Receiver receiver) throws InterruptedException {
        receivers.note(receiver, book.goneSince(receiver).isPresent());
        while (true) {
            Instant now = clock.instant();
            List<Delivery> due = book.take(receiver.name(), BATCH, now, now.plus(TAKEN_FOR));
            if (due.isEmpty() || send(receiver, due) == 0) {
                return;
            }
        }
    }

    /** How many of them were taken. */
    private int send(Receiver receiver, List<Delivery> due) throws InterruptedException {
        Queue<Delivery> queue = new ConcurrentLinkedQueue<>(due);
        AtomicInteger taken = new AtomicInteger();
        Callable<Void> work = () -> {
            for (Delivery next = queue.poll(); next != null; next = queue.poll()) {
                if (send(receiver, next)) {
                    taken.incrementAndGet();
                }
            }
            return null;
        };
        List<Callable<Void>> works = IntStream.range(0, Math.min(AT_ONCE, due.size())).mapToObj(each -> work).toList();
        for (Future<Void> done : threads.invokeAll(works)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("what came of a message could not be noted; it is sent again",
                        e.getCause());
            }
        }
        return taken.get();
    }

    private boolean send(Receiver receiver, Delivery delivery) throws InterruptedException {
        boolean there = receivers.isThere(receiver);
        if (!there && !delivery.asked()) {
            book.dead(delivery.id(), new Sent.NoAnswer("not sent: the receiver said that it is gone"), clock.instant());
            return true;
        }
        Sent sent = sender.send(receiver, delivery.messageId(), clock.instant(), delivery.body());
        Instant now = clock.instant();
        if (sent.taken()) {
            book.delivered(delivery.id(), sent, now);
            if (!there) {
                book.back(receiver);
                receivers.note(receiver, false);
                LOG.info("the webhook receiver {} is back", receiver.name());
            }
            return true;
        }
        if (sent.gone()) {
            book.dead(delivery.id(), sent, now);
            book.gone(receiver, now);
            receivers.note(receiver, true);
            LOG.warn("the webhook receiver {} answered 410 Gone and is told nothing any more", receiver.name());
            return false;
        }
        Optional<Duration> wait = RetrySchedule.after(delivery.tries() + 1, random.nextDouble());
        if (wait.isPresent()) {
            book.again(delivery.id(), sent, now, now.plus(wait.get()));
        } else {
            book.dead(delivery.id(), sent, now);
            LOG.warn("message {} of kind {} for the webhook receiver {} is given up: {}", delivery.messageId(),
                    delivery.kind().code(), receiver.name(), sent.words());
        }
        return false;
    }
}
