package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.FactBook;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.books.FactBook.Noted;
import com.callfloor.dialer.rules.books.OtherCalls;
import com.callfloor.dialer.rules.books.OtherCalls.Origin;
import com.callfloor.dialer.rules.books.OtherCalls.OtherCall;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.FactJson;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What people and other systems tell the rules: facts about a debtor, and calls that the dialer did not place. */
public final class FactEndpoints {
    private static final String BOOK = "The book of facts";
    private static final int LONGEST_EVIDENCE = 500;
    private static final int LONGEST_SOURCE = 100;
    private static final int MOST_LIFTS = 50;
    private static final int LONGEST_RULE_ID = 64;
    private static final List<String> KINDS = Stream.of(FactKind.values())
            .filter(kind -> kind != FactKind.DO_NOT_CALL)
            .map(FactKind::code)
            .toList();
    private static final List<String> RESULTS = Stream.of(CallResult.values()).map(CallResult::code).toList();
    private static final List<String> ORIGINS = Stream.of(Origin.values()).map(FactEndpoints::code).toList();

    private final FactBook facts;
    private final OtherCalls otherCalls;
    private final CaseDirectory cases;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public FactEndpoints(FactBook facts, OtherCalls otherCalls, CaseDirectory cases, Clock clock, Blocking blocking) {
        this.facts = facts;
        this.otherCalls = otherCalls;
        this.cases = cases;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.FACTS, this::list)
                .on(Operation.NOTE_FACT, this::note)
                .on(Operation.WITHDRAW_FACT, this::withdraw)
                .on(Operation.NOTE_CALL, this::noteCall);
    }

    /** Never cut into pages: a debtor has a handful. */
    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        CaseId id = exchange.caseId();
        return blocking.call(BOOK, () -> facts.of(ref(id)))
                .map(found -> Reply.whole(found.stream().map(FactJson::noted)));
    }

    private Future<Reply> note(Exchange exchange) {
        CaseId id = exchange.caseId();
        String by = exchange.caller().user().login();
        JsonBody body = exchange.json();
        Optional<FactKind> kind = body.oneOf("fact", FactEndpoints::kind, KINDS);
        Instant at = past(body, "at").orElseGet(clock::instant);
        Optional<PhoneNumber> number = number(body);
        Optional<Instant> until = body.instant("until");
        Optional<DailyWindow> window = Windows.read(body);
        List<String> lifts = body.texts("lifts", MOST_LIFTS, LONGEST_RULE_ID);
        String evidence = body.text("evidence", LONGEST_EVIDENCE).strip();
        if (until.isPresent() && !until.get().isAfter(at)) {
            body.error("until", "must be after 'at'", "须晚于开始时间");
        }
        body.check();
        return blocking.call(BOOK, () -> {
            String caseRef = ref(id);
            try {
                return facts.note(new NewFact(caseRef, kind.orElseThrow(), at, number.orElse(null),
                        until.orElse(null), window.orElse(null), Set.copyOf(lifts), evidence, by));
            } catch (Objection e) {
                throw Problems.invalid("fact", e.words());
            }
        })
                .map(noted -> new Reply.Json(201,
                        FactJson.noted(noted.orElseThrow(FactEndpoints::unknownCase))));
    }

    private Future<Reply> withdraw(Exchange exchange) {
        CaseId id = exchange.caseId();
        long fact = exchange.numericId("fact", Thing.FACT);
        String by = exchange.caller().user().login();
        JsonBody body = exchange.json();
        String reason = body.text("reason", LONGEST_EVIDENCE).strip();
        if (reason.isEmpty()) {
            body.error("reason", Must.SAY_WHY);
        }
        body.check();
        return blocking.call(BOOK, () -> {
            Noted known = facts.of(ref(id))
                    .stream()
                    .filter(one -> one.id() == fact)
                    .findFirst()
                    .orElseThrow(() -> Problems.notFound("fact with this id about this case's debtor", "此债务人的这条事实"));
            return facts.withdraw(known.id(), by, reason)
                    .orElseThrow(() -> Problems.conflict("This fact was withdrawn already. Read the facts again.",
                            "该事实已撤回，请重新读取。"));
        }).map(withdrawn -> Reply.ok(FactJson.noted(withdrawn)));
    }

    private Future<Reply> noteCall(Exchange exchange) {
        CaseId id = exchange.caseId();
        JsonBody body = exchange.json();
        Optional<Origin> origin = body.oneOf("origin", FactEndpoints::origin, ORIGINS);
        Optional<CallResult> result = body.oneOf("result", CallResult::ofCode, RESULTS);
        Optional<Instant> at = past(body, "at");
        Optional<PhoneNumber> number = number(body);
        // In doubt it rang: such a call counts under more rules.
        boolean rang = body.flag("rang").orElse(true);
        String source = body.optionalText("source", LONGEST_SOURCE)
                .filter(text -> !text.isBlank())
                .orElse(exchange.caller().user().login());
        body.need("number", number);
        body.need("at", at);
        body.check();
        Direction direction = origin.orElseThrow() == Origin.INBOUND ? Direction.IN : Direction.OUT;
        return blocking.call("The book of calls", () -> otherCalls.note(new OtherCall(ref(id), number.orElseThrow(),
                at.orElseThrow(), direction, result.orElseThrow(), rang, origin.orElseThrow(), source)))
                .map(noted -> new Reply.Json(201,
                        new JsonObject().put("id", noted.orElseThrow(FactEndpoints::unknownCase))));
    }

    /** What is dated ahead would stand in the books as known before it happened. */
    private Optional<Instant> past(JsonBody body, String field) {
        Optional<Instant> at = body.instant(field);
        if (at.isPresent() && at.get().isAfter(clock.instant())) {
            body.error(field, Words.of("must not lie ahead of the floor's clock, %s", "不能晚于系统时钟 %s", clock.instant()));
        }
        return at;
    }

    private static Optional<PhoneNumber> number(JsonBody body) {
        Optional<String> text = body.optionalText("number", 40).filter(given -> !given.isBlank());
        Optional<PhoneNumber> number = text.flatMap(given -> PhoneNumber.parse(given, Asking.NO_COUNTRY));
        if (text.isPresent() && number.isEmpty()) {
            body.error("number", Must.BE_A_PHONE_NUMBER);
        }
        return number;
    }

    /** Blocks. */
    private String ref(CaseId id) {
        return cases.byId(id).orElseThrow(FactEndpoints::unknownCase).card().caseRef();
    }

    private static Optional<FactKind> kind(String code) {
        return FactKind.ofCode(code).filter(kind -> kind != FactKind.DO_NOT_CALL);
    }

    private static Optional<Origin> origin(String code) {
        return Stream.of(Origin.values()).filter(origin -> code(origin).equals(code)).findFirst();
    }

    private static String code(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unknownCase() {
        return Problems.notFound(Thing.CASE);
    }
}
