package com.callfloor.dialer.web.json;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.webhooks.Delivery;
import com.callfloor.dialer.webhooks.DeliveryBook.Counts;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Receivers, and the messages on their way to them. */
public final class WebhookJson {
    private WebhookJson() {}

    /** Without its secrets. */
    public static JsonObject receiver(Receiver receiver, Optional<Instant> goneSince, Counts counts) {
        JsonArray events = new JsonArray();
        receiver.events().stream().map(EventKind::code).sorted().forEach(events::add);
        JsonArray lenders = new JsonArray();
        receiver.lenders().stream().sorted().forEach(lenders::add);
        return new JsonObject().put("name", receiver.name())
                .put("url", receiver.url().toString())
                .put("events", events)
                .put("lenders", lenders)
                .put("gone_since", Times.textOrNull(goneSince.orElse(null)))
                .put("pending", counts.pending())
                .put("dead", counts.dead());
    }

    public static JsonObject delivery(Delivery delivery) {
        return new JsonObject().put("id", delivery.id())
                .put("message_id", delivery.messageId())
                .put("receiver", delivery.receiver())
                .put("type", delivery.kind().code())
                .put("state", delivery.state().code())
                .put("created_at", Times.text(delivery.createdAt()))
                .put("next_at", Times.textOrNull(delivery.nextAt()))
                .put("tries", delivery.tries())
                .put("last_try_at", Times.textOrNull(delivery.lastTryAt()))
                .put("last_status", delivery.lastStatus())
                .put("last_problem", delivery.lastProblem())
                .put("ended_at", Times.textOrNull(delivery.endedAt()))
                .put("body", new JsonObject(delivery.body()));
    }
}
