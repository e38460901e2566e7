package com.callfloor.dialer.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.callfloor.dialer.gateway.HttpWebhooks;
import com.callfloor.dialer.webhooks.Courier;
import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;

/**
 * Brings messages to receivers. Each has a thread of its own, so that a slow one keeps nobody but itself waiting; every
 * node does, and the book gives each of them others.
 */
final class WebhookWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private final HttpWebhooks http = new HttpWebhooks(LONGEST_ANSWER);
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
    private final Courier courier;
    private final List<Repeating> watches;

    /** {@code clock}: the real one. */
    WebhookWatch(Receivers receivers, DeliveryBook book, Clock clock) {
        courier = new Courier(receivers, book, http, clock, new SecureRandom(), threads);
        watches = receivers.all()
                .stream()
                .map(receiver -> new Repeating("webhooks-" + receiver.name(), EVERY, EVERY, () -> round(receiver)))
                .toList();
    }

    private void round(Receiver receiver) {
        try {
            courier.round(receiver);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is on its way now is sent again by the next start. */
    @Override
    public void close() {
        watches.forEach(Repeating::close);
        threads.shutdownNow();
        http.close();
    }
}
