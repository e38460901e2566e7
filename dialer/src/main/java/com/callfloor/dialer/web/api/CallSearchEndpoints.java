package com.callfloor.dialer.web.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.quality.search.CallSearch;
import com.callfloor.dialer.quality.search.CallSearch.Wanted;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.CallSearchJson;
import io.vertx.core.Future;

/** Finding recorded calls. A number is asked for in a body, so that it stands in no address and no log. */
public final class CallSearchEndpoints {
    private static final String BOOK = "The catalogue of calls";
    private static final int LONGEST_NUMBER = 40;
    private static final Set<String> FILTERS = Set.of("case", "debtor", "agent", "campaign", "disposition",
            "length_from_ms", "length_to_ms", "from", "to", "score_from", "score_to", "reviewed", "flaw", "phrase",
            "limit", "after");

    private final CallSearch search;
    private final ListeningDesk listening;
    private final Blocking blocking;

    public CallSearchEndpoints(CallSearch search, ListeningDesk listening, Blocking blocking) {
        this.search = search;
        this.listening = listening;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SEARCH_CALLS, exchange -> find(exchange, Optional.empty()))
                .on(Operation.SEARCH_CALLS_BY_NUMBER, this::byNumber);
    }

    private Future<Reply> byNumber(Exchange exchange) {
        JsonBody body = exchange.json();
        String text = body.text("number", LONGEST_NUMBER);
        Optional<PhoneNumber> number = PhoneNumber.parse(text, Asking.NO_COUNTRY);
        if (number.isEmpty() && !text.isEmpty()) {
            body.error("number", Must.BE_A_PHONE_NUMBER);
        }
        body.check();
        return find(exchange, number);
    }

    private Future<Reply> find(Exchange exchange, Optional<PhoneNumber> number) {
        Query query = exchange.query(FILTERS);
        Page<AttemptId> page = Page.of(query, AttemptId::parse);
        var wanted = new Wanted(query.text("case"), query.text("debtor"), number,
                query.text("agent")
                        .map(text -> Keys.number(text)
                                .orElseThrow(() -> Problems.badParameter("agent", Must.BE_AN_AGENT))),
                query.text("campaign"), query.text("disposition").map(CallSearchEndpoints::disposition),
                length(query, "length_from_ms"), length(query, "length_to_ms"), Asking.instant(query, "from"),
                Asking.instant(query, "to"), score(query, "score_from"), score(query, "score_to"),
                query.text("reviewed").map(text -> ReviewEndpoints.flag("reviewed", text)), word(query, "flaw"),
                word(query, "phrase"));
        User user = exchange.caller().user();
        return blocking.call(BOOK,
                () -> search.page(listening.scopeOf(user), wanted, page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, CallSearchJson::found, call -> call.recording().toString())));
    }

    private static Disposition disposition(String text) {
        List<String> codes = Stream.of(Disposition.values()).map(Disposition::code).toList();
        return Disposition.ofCode(text)
                .orElseThrow(() -> Problems.badParameter("disposition", Must.beOneOf(codes)));
    }

    private static Optional<Duration> length(Query query, String name) {
        return query.text(name).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw Problems.badParameter(name, "must be milliseconds, a whole number", "须为毫秒数（整数）");
            }
            return Duration.ofMillis(Long.parseLong(text));
        });
    }

    private static Optional<BigDecimal> score(Query query, String name) {
        return query.text(name).map(text -> {
            if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                throw Problems.badParameter(name, "must be a score from 0 to 100", "须为 0 至 100 的得分");
            }
            return new BigDecimal(text);
        });
    }

    private static Optional<String> word(Query query, String name) {
        return query.text(name).map(text -> {
            if (!text.matches("[a-z0-9_]{1,60}")) {
                throw Problems.badParameter(name, "must be 1 to 60 of a to z, 0 to 9 and _",
                        "须为 1 至 60 个字符：a 至 z、0 至 9、_");
            }
            return text;
        });
    }
}
