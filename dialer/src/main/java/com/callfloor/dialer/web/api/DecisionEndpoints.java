package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.RulesDesk;
import com.callfloor.dialer.rules.RulesDesk.Asked;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.DecisionLog.Kept;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DecisionJson;
import io.vertx.core.Future;

/** Why a case was called or not, and what the rules would say. */
public final class DecisionEndpoints {
    private static final String LOG = "The decisions' log";
    /** The numbers of one debtor are asked about at one instant; a page may end amid them. */
    private static final int AT_ONE_INSTANT = 16;

    private final DecisionLog decisions;
    private final RulesDesk desk;
    private final Duration latestAnswer;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public DecisionEndpoints(DecisionLog decisions, RulesDesk desk, Duration latestAnswer, Clock clock,
            Blocking blocking) {
        this.decisions = decisions;
        this.desk = desk;
        this.latestAnswer = latestAnswer;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.DECISIONS, this::list)
                .on(Operation.DECISION, this::show)
                .on(Operation.RULES_CHECK,
                        this::check);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("case", "before", "limit", "after"));
        String caseRef = Asking.caseRef(query);
        Optional<Instant> before = Asking.instant(query, "before");
        Page<Place> page = Page.of(query, Place::parse);
        return blocking.call(LOG, () -> read(caseRef, before, page))
                .map(found -> Reply.ok(page.list(found, DecisionJson::kept, kept -> Place.of(kept).toString())));
    }

    private List<Kept> read(String caseRef, Optional<Instant> before, Page<Place> page) {
        if (page.after().isEmpty()) {
            return decisions.of(caseRef, before.orElse(null), page.fetch());
        }
        Place last = page.after().get();
        // The log is asked by instant: those of the last one's own instant come again.
        for (int more = AT_ONE_INSTANT;; more *= 4) {
            List<Kept> read = decisions.of(caseRef, last.at(), page.fetch() + more);
            List<Kept> behind = read.stream().filter(last::isBefore).limit(page.fetch()).toList();
            if (behind.size() == page.fetch() || read.size() < page.fetch() + more) {
                return behind;
            }
        }
    }

    private Future<Reply> show(Exchange exchange) {
        long id = exchange.numericId(Thing.DECISION);
        return blocking.call(LOG, () -> decisions.byId(id))
                .map(found -> Reply
                        .ok(DecisionJson.kept(found.orElseThrow(() -> Problems.notFound(Thing.DECISION)))));
    }

    private Future<Reply> check(Exchange exchange) {
        Query query = exchange.query(Set.of("case", "number", "at"));
        String caseRef = Asking.caseRef(query);
        Optional<PhoneNumber> number = Asking.number(query);
        Instant at = Asking.instant(query, "at").orElseGet(clock::instant);
        return blocking.call("The rules' desk", () -> desk.ask(caseRef, number, at, latestAnswer)).map(asked -> {
            List<Asked> all = asked.orElseThrow(() -> Problems.notFound("case with this reference", "此案件编号的案件"));
            if (number.isPresent() && all.isEmpty()) {
                throw Problems.notFound("number like this among the debtor's that are in service", "此债务人在用的这个号码");
            }
            return Reply.whole(all.stream().map(DecisionJson::asked));
        });
    }

    /** Where a page ended. */
    private record Place(Instant at, long id) {
        static Place of(Kept kept) {
            return new Place(kept.at(), kept.id());
        }

        static Optional<Place> parse(String text) {
            String[] parts = text.split(" ", 2);
            return Asking.instant(parts[0])
                    .flatMap(at -> parts.length == 2 && parts[1].matches("[0-9]{1,18}")
                            ? Optional.of(new Place(at, Long.parseLong(parts[1])))
                            : Optional.empty());
        }

        /** Newest first. */
        boolean isBefore(Kept kept) {
            return kept.at().isBefore(at) || (kept.at().equals(at) && kept.id() < id);
        }

        @Override
        public String toString() {
            return at + " " + id;
        }
    }
}
