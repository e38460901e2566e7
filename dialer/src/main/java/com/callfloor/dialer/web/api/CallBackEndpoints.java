package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.RulesDesk.Asked;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.RulesBooks;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DecisionJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** When a debtor may be called back: the coming days in steps, by what the rules say of each step now. */
public final class CallBackEndpoints {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 14;
    private static final List<String> STEPS = List.of("15", "30", "60");
    private static final String USUAL_STEP = "30";

    private final CaseDirectory cases;
    private final FloorWatch watch;
    private final RulesBooks rules;
    private final Blocking blocking;

    public CallBackEndpoints(CaseDirectory cases, FloorWatch watch, RulesBooks rules, Blocking blocking) {
        this.cases = cases;
        this.watch = watch;
        this.rules = rules;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CALL_BACK_SLOTS, this::slots);
    }

    private Future<Reply> slots(Exchange exchange) {
        Query query = exchange.query(Set.of("number", "days", "step"));
        Optional<PhoneNumber> number = Asking.number(query);
        int days = days(query);
        Duration step = step(query);
        CaseBefore.check(exchange, watch);
        CaseId id = exchange.caseId();
        Instant now = rules.clock().instant();
        List<Instant> ahead = ahead(now, days, step);
        return blocking.call("The rules' desk", () -> {
            String ref = cases.byId(id).orElseThrow(() -> Problems.notFound(Thing.CASE)).card().caseRef();
            return rules.desk()
                    .askAhead(ref, number, ahead, now, rules.latestAnswer())
                    .orElseThrow(() -> Problems.notFound(Thing.CASE));
        }).map(asked -> {
            if (number.isPresent() && asked.stream().allMatch(List::isEmpty)) {
                throw Problems.notFound("number like this among the debtor's that are in service", "此债务人在用的这个号码");
            }
            return Reply.ok(json(step, ahead, asked));
        });
    }

    private static int days(Query query) {
        String text = query.text("days").orElse(Integer.toString(USUAL_DAYS));
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw Problems.badParameter("days", Words.of("must be a number from 1 to %d", "须为 1 至 %d 的数字", MOST_DAYS));
        }
        return Integer.parseInt(text);
    }

    private static Duration step(Query query) {
        String text = query.text("step").orElse(USUAL_STEP);
        if (!STEPS.contains(text)) {
            throw Problems.badParameter("step",
                    Words.of("must be %s: minutes", "须为 %s（分钟）", String.join(", ", STEPS)));
        }
        return Duration.ofMinutes(Long.parseLong(text));
    }

    /** On the steps of the clock, which every zone shares to the quarter of an hour. */
    private static List<Instant> ahead(Instant now, int days, Duration step) {
        long seconds = step.toSeconds();
        Instant first = Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds);
        Instant end = now.plus(Duration.ofDays(days));
        List<Instant> ahead = new ArrayList<>();
        for (Instant at = first; !at.isAfter(end); at = at.plus(step)) {
            ahead.add(at);
        }
        return ahead;
    }

    private static JsonObject json(Duration step, List<Instant> ahead, List<List<Asked>> asked) {
        List<ZoneId> zones = asked.stream()
                .flatMap(List::stream)
                .flatMap(one -> one.decision().zones().stream())
                .distinct()
                .sorted(Comparator.comparing(ZoneId::getId))
                .toList();
        JsonArray items = new JsonArray();
        for (int i = 0; i < ahead.size(); i++) {
            items.add(slot(ahead.get(i), asked.get(i)));
        }
        JsonArray names = new JsonArray();
        zones.forEach(zone -> names.add(zone.getId()));
        return new JsonObject().put("step_minutes", step.toMinutes())
                .put("zones", names)
                .put("items", items)
                .put("next", null);
    }

    /** One number that may be called is enough; else the first one says why not. */
    private static JsonObject slot(Instant at, List<Asked> asked) {
        boolean open = asked.stream().map(Asked::decision).anyMatch(Decision::allowed);
        JsonArray rules = new JsonArray();
        if (!open && !asked.isEmpty()) {
            Decision decision = asked.getFirst().decision();
            decision.findings()
                    .stream()
                    .filter(finding -> !finding.allows())
                    .map((Finding finding) -> DecisionJson.finding(decision, finding))
                    .forEach(rules::add);
        }
        return DecisionJson.slot(at, open, rules);
    }
}
