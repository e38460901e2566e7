package com.callfloor.dialer.web.api;

import java.time.InstantSource;
import java.util.Set;

import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.alerts.AlertBoard;
import com.callfloor.dialer.supervision.alerts.AlertBook;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.AlertJson;
import io.vertx.core.Future;

/** What the wall has warned of, and who has seen it. */
public final class AlertEndpoints {
    private static final String BOOK = "The book of alerts";

    private final AlertBoard board;
    private final AlertBook book;
    private final InstantSource clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public AlertEndpoints(AlertBoard board, AlertBook book, InstantSource clock, Blocking blocking) {
        this.board = board;
        this.book = book;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.ALERTS, this::list).on(Operation.ACKNOWLEDGE_ALERT, this::acknowledge);
    }

    private Future<Reply> list(Exchange exchange) {
        Page<Long> page = Page.of(exchange.query(Set.of("limit", "after")), Keys::number);
        return blocking.call(BOOK, () -> book.page(page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, AlertJson::alert, alert -> Long.toString(alert.id()))));
    }

    private Future<Reply> acknowledge(Exchange exchange) {
        long id = exchange.numericId(Thing.ALERT);
        User user = exchange.caller().user();
        return blocking.call(BOOK, () -> board.acknowledge(id, user.id(), user.name(), clock.instant()))
                .map(known -> {
                    if (!known) {
                        throw Problems.notFound(Thing.ALERT);
                    }
                    return new Reply.NoContent();
                });
    }
}
