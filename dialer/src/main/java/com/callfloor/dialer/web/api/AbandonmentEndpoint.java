package com.callfloor.dialer.web.api;

import java.time.Clock;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.AbandonmentJson;
import io.vertx.core.Future;

/** How many of a campaign's answered calls found no agent. */
public final class AbandonmentEndpoint {
    private static final String BOOKS = "The calls' books";

    private final Abandonment.Report report;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public AbandonmentEndpoint(Abandonment.Report report, Clock clock, Blocking blocking) {
        this.report = report;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.ABANDONMENT, this::show);
    }

    private Future<Reply> show(Exchange exchange) {
        return blocking.call(BOOKS, () -> report.of(exchange.id(), clock.instant()))
                .map(found -> Reply.ok(AbandonmentJson.of(exchange.id(),
                        found.orElseThrow(() -> Problems.notFound(Thing.CAMPAIGN)))));
    }
}
