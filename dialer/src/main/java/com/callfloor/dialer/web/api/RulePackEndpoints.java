package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.callfloor.dialer.rules.books.CadenceReport;
import com.callfloor.dialer.rules.books.CadenceTarget;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.PackJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The rule packs in force, and who falls behind the cadence that they ask for. */
public final class RulePackEndpoints {
    private final Supplier<Collection<PackTerm>> packs;
    private final CadenceReport cadence;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public RulePackEndpoints(Supplier<Collection<PackTerm>> packs, CadenceReport cadence, Clock clock,
            Blocking blocking) {
        this.packs = packs;
        this.cadence = cadence;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.RULE_PACKS, this::packs).on(Operation.CADENCE, this::cadence);
    }

    /** Never cut into pages: a floor has a dozen packs. */
    private Future<Reply> packs(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.whole(inForce(clock.instant())
                .sorted(Comparator.comparing((PackTerm term) -> term.pack().name())
                        .thenComparing(PackTerm::until, Comparator.reverseOrder()))
                .map(PackJson::term)));
    }

    /** The first page only: it is worked off from the top. */
    private Future<Reply> cadence(Exchange exchange) {
        int limit = Page.of(exchange.query(Set.of("limit")), Optional::<String>of).limit();
        Instant now = clock.instant();
        Optional<Cadence> target = CadenceTarget.of(packs.get(), now);
        if (target.isEmpty()) {
            return Future.succeededFuture(reply(null, new JsonArray()));
        }
        return blocking.call("The cadence report", () -> cadence.behind(target.get(), now, limit)).map(behind -> {
            JsonArray items = new JsonArray();
            behind.forEach(one -> items.add(PackJson.behind(one)));
            return reply(PackJson.target(target.get()), items);
        });
    }

    private static Reply reply(@Nullable JsonObject target, JsonArray items) {
        return Reply.ok(new JsonObject().put("target", target).put("items", items).put("next", null));
    }

    private Stream<PackTerm> inForce(Instant now) {
        return packs.get().stream().filter(term -> term.inForceAt(now));
    }
}
