package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.web.OutcomeBooks;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.AgentDayJson;
import io.vertx.core.Future;

/** An agent's own day. */
public final class OwnDayEndpoint {
    private final OutcomeBooks books;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public OwnDayEndpoint(OutcomeBooks books, Clock clock, Blocking blocking) {
        this.books = books;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.OWN_DAY, this::show);
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        AgentId agent = exchange.caller().agent();
        Instant now = clock.instant();
        LocalDate day = books.plan().dayOf(now);
        ZoneId zone = books.plan().zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return blocking.call("The agent's day", () -> books.days().of(agent, from, end, now))
                .map(found -> Reply.ok(AgentDayJson.of(day, zone, found)));
    }
}
