package com.callfloor.dialer.web.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.WebhookJson;
import com.callfloor.dialer.webhooks.Delivery;
import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.DeliveryBook.Counts;
import com.callfloor.dialer.webhooks.DeliveryBook.Filter;
import com.callfloor.dialer.webhooks.DeliveryState;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** What other systems were told, what they did not take, and whether they are there. */
public final class WebhookEndpoints {
    private static final String BOOK = "The book of webhooks";

    private final Receivers receivers;
    private final DeliveryBook book;
    private final InstantSource clock;
    private final Blocking blocking;

    /** {@code clock}: the real one. */
    public WebhookEndpoints(Receivers receivers, DeliveryBook book, InstantSource clock, Blocking blocking) {
        this.receivers = receivers;
        this.book = book;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.WEBHOOKS, this::receivers)
                .on(Operation.WEBHOOK_DELIVERIES, this::list)
                .on(Operation.RESEND_WEBHOOK, this::resend)
                .on(Operation.TEST_WEBHOOK, this::test);
    }

    /** Never cut into pages: there are as many as the configuration lists. */
    private Future<Reply> receivers(Exchange exchange) {
        exchange.query(Set.of());
        return blocking.call(BOOK, () -> {
            Map<String, Counts> counts = book.counts();
            return Reply.whole(receivers.all()
                    .stream()
                    .map(receiver -> WebhookJson.receiver(receiver, book.goneSince(receiver),
                            counts.getOrDefault(receiver.name(), new Counts(0, 0)))));
        });
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("state", "receiver", "limit", "after"));
        Page<Long> page = Page.of(query, WebhookEndpoints::key);
        Filter filter = new Filter(query.text("state").map(WebhookEndpoints::state), query.text("receiver"));
        return blocking.call(BOOK, () -> book.page(filter, page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, WebhookJson::delivery, each -> Long.toString(each.id()))));
    }

    private static Optional<Long> key(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static DeliveryState state(String text) {
        return DeliveryState.ofCode(text)
                .orElseThrow(() -> Problems.badParameter("state",
                        Must.beOneOf(Stream.of(DeliveryState.values()).map(DeliveryState::code).toList())));
    }

    private Future<Reply> resend(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.DELIVERY);
        return blocking.call(BOOK, () -> {
            Delivery delivery = book.byId(id).orElseThrow(WebhookEndpoints::unknown);
            if (receivers.named(delivery.receiver()).isEmpty()) {
                throw Problems.conflict(Words.of("The configuration has no receiver %s any more.",
                        "配置中已没有接收方 %s。", delivery.receiver()));
            }
            return book.resend(id, clock.instant()).orElseThrow(WebhookEndpoints::unknown);
        }).map(WebhookEndpoints::onItsWay);
    }

    private static ProblemException unknown() {
        return Problems.notFound(Thing.DELIVERY);
    }

    private Future<Reply> test(Exchange exchange) {
        exchange.query(Set.of());
        Receiver receiver = receivers.named(exchange.parameter("name"))
                .orElseThrow(() -> Problems.notFound("webhook receiver with this name", "此名称的接收方"));
        return blocking.call(BOOK, () -> book.test(receiver, clock.instant())).map(WebhookEndpoints::onItsWay);
    }

    /** Its end is seen in the list. */
    private static Reply onItsWay(Delivery delivery) {
        return new Reply.Json(202, WebhookJson.delivery(delivery));
    }
}
