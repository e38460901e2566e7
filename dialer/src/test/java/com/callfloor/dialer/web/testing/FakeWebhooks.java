package com.callfloor.dialer.web.testing;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

import com.callfloor.dialer.web.WebhookParts;
import com.callfloor.dialer.webhooks.Delivery;
import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.DeliveryState;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.dialer.webhooks.Sent;
import com.callfloor.dialer.webhooks.SigningSecret;
import org.jspecify.annotations.Nullable;

/** One receiver, {@code crm}, and messages in memory that nobody sends. */
public final class FakeWebhooks implements DeliveryBook {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private final ConcurrentSkipListMap<Long, Delivery> deliveries = new ConcurrentSkipListMap<>();
    private final Receivers receivers = new Receivers(List.of(new Receiver("crm",
            URI.create("https://crm.example/callfloor"),
            EnumSet.of(EventKind.CALL_ENDED, EventKind.PROMISE_MADE), Set.of("Lender"),
            List.of(SigningSecret.parse(SECRET)))));

    public WebhookParts parts() {
        return new WebhookParts(receivers, this);
    }

    /** A message that was given up. */
    public Delivery givenUp(String receiver, Instant at) {
        long id = deliveries.size() + 1L;
        var dead = new Delivery(id, "msg_" + id, receiver, EventKind.CALL_ENDED, DeliveryState.DEAD,
                "{\"id\":\"msg_" + id + "\",\"type\":\"call.ended\",\"at\":\"" + at + "\",\"data\":{}}", false, at,
                null,
                8, at, 500, "HTTP status 500", at);
        deliveries.put(id, dead);
        return dead;
    }

    @Override
    public List<Delivery> page(Filter filter, @Nullable Long before, int limit) {
        return deliveries.values()
                .stream()
                .filter(each -> filter.state().map(state -> each.state() == state).orElse(true))
                .filter(each -> filter.receiver().map(name -> each.receiver().equals(name)).orElse(true))
                .filter(each -> before == null || each.id() < before)
                .sorted(Comparator.comparingLong(Delivery::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Delivery> byId(long id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    @Override
    public Optional<Delivery> resend(long id, Instant at) {
        return Optional.ofNullable(deliveries.computeIfPresent(id, (key, was) -> pending(key, was.kind(), was.body(),
                was.receiver(), at)));
    }

    @Override
    public Delivery test(Receiver receiver, Instant at) {
        long id = deliveries.size() + 1L;
        var test = pending(id, EventKind.TEST,
                "{\"id\":\"msg_" + id + "\",\"type\":\"test\",\"at\":\"" + at + "\",\"data\":{}}", receiver.name(), at);
        deliveries.put(id, test);
        return test;
    }

    private static Delivery pending(long id, EventKind kind, String body, String receiver, Instant at) {
        return new Delivery(id, "msg_" + id, receiver, kind, DeliveryState.PENDING, body, true, at, at, 0, null, null,
                null, null);
    }

    @Override
    public Map<String, Counts> counts() {
        return Map.of("crm", new Counts(0, deliveries.size()));
    }

    @Override
    public Optional<Instant> goneSince(Receiver receiver) {
        return Optional.empty();
    }

    @Override
    public List<Delivery> take(String receiver, int most, Instant now, Instant until) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public void delivered(long id, Sent sent, Instant at) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public void again(long id, Sent sent, Instant at, Instant nextAt) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public void dead(long id, Sent sent, Instant at) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public void gone(Receiver receiver, Instant at) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public void back(Receiver receiver) {
        throw new UnsupportedOperationException("nobody sends here");
    }

    @Override
    public int clean(Instant deliveredBefore, Instant deadBefore) {
        throw new UnsupportedOperationException("nobody cleans here");
    }
}
