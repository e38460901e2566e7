package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.webhooks.DeliveryBook;

/** Forgets messages and kept answers that nobody needs any more. Every node does. */
final class Cleaning implements AutoCloseable {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(10);
    /** Long enough to be asked about; config/webhooks.md tells both. */
    private static final Duration DELIVERED = Duration.ofDays(7);
    private static final Duration DEAD = Duration.ofDays(30);

    private final Repeating watch;

    /** {@code clock}: the real one. */
    Cleaning(DeliveryBook deliveries, IdempotencyBook keys, Clock clock) {
        watch = new Repeating("cleaning", FIRST, EVERY, () -> {
            Instant now = clock.instant();
            deliveries.clean(now.minus(DELIVERED), now.minus(DEAD));
            keys.clean(now.minus(IdempotencyBook.KEPT_FOR));
        });
    }

    @Override
    public void close() {
        watch.close();
    }
}
