package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.web.SetupParts;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.SetupJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How the floor is set up: what stands in its configuration, lenders and calendars. To read only; lists are whole. */
public final class SetupEndpoints {
    private final SetupParts parts;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's; {@code blocking}: for what counts cases. */
    public SetupEndpoints(SetupParts parts, Clock clock, Blocking blocking) {
        this.parts = parts;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CONFIGURATION, this::configuration)
                .on(Operation.LENDERS, this::lenders)
                .on(Operation.CALENDARS, this::calendars)
                .on(Operation.RULE_ASSIGNMENTS, this::assignments);
    }

    private Future<Reply> configuration(Exchange exchange) {
        exchange.query(Set.of());
        var texts = new JsonArray();
        parts.texts().forEach(text -> texts.add(SetupJson.text(text)));
        var items = new JsonArray();
        parts.values().forEach(value -> items.add(SetupJson.value(value)));
        return Future.succeededFuture(Reply.ok(list(items).put("texts", texts)));
    }

    private Future<Reply> lenders(Exchange exchange) {
        exchange.query(Set.of());
        return blocking.call("The count of cases", () -> {
            try {
                return parts.lenders().all();
            } catch (CaseFileException e) {
                throw Problems.conflict(Words.of("A lender's mapping cannot be used: %s", "%s",
                        e.problem().words()));
            }
        }).map(lenders -> Reply.whole(lenders.stream().map(SetupJson::lender)));
    }

    private Future<Reply> calendars(Exchange exchange) {
        exchange.query(Set.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return Future.succeededFuture(Reply.whole(parts.calendars()
                .sheets()
                .stream()
                .map(sheet -> SetupJson.calendar(parts.calendars(), sheet, today))));
    }

    private Future<Reply> assignments(Exchange exchange) {
        exchange.query(Set.of());
        var firstParty = new JsonArray();
        new TreeSet<>(parts.assignments().firstParty()).forEach(firstParty::add);
        return Future.succeededFuture(
                Reply.ok(list(SetupJson.assignments(parts.assignments())).put("first_party_lenders", firstParty)));
    }

    private static JsonObject list(JsonArray items) {
        return new JsonObject().put("items", items).put("next", null);
    }
}
