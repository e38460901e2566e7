package com.callfloor.dialer.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.Placement;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.strategy.StrategyPreview;
import com.callfloor.dialer.strategy.StrategyReading;
import com.callfloor.dialer.strategy.StrategyReading.UnusableStrategy;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.StrategyJson;
import com.callfloor.dialer.words.Objection;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** How cases are treated, why, and what another treatment would move. */
public final class StrategyEndpoints {
    private static final String CASES = "The case directory";
    private static final int LONGEST_TEXT = 60_000;

    private final StrategyBook book;
    private final StrategyReading reading;
    private final StrategyCases cases;
    private final ScriptLibrary scripts;
    private final FloorWatch watch;
    private final Supplier<LocalDate> today;
    private final Blocking quick;
    private final Blocking slow;

    /** {@code slow}: for previews, which ask about every open case. */
    public StrategyEndpoints(StrategyBook book, StrategyReading reading, StrategyCases cases, ScriptLibrary scripts,
            FloorWatch watch, Supplier<LocalDate> today, Blocking quick, Blocking slow) {
        this.book = book;
        this.reading = reading;
        this.cases = cases;
        this.scripts = scripts;
        this.watch = watch;
        this.today = today;
        this.quick = quick;
        this.slow = slow;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.STRATEGIES, this::list)
                .on(Operation.PREVIEW_STRATEGY, this::preview)
                .on(Operation.CASE_STRATEGY, this::place);
    }

    /** Never cut into pages: a floor has few lenders. */
    private Future<Reply> list(Exchange exchange) {
        return Future.succeededFuture(Reply.whole(book.all().stream().map(StrategyJson::strategy)));
    }

    private Future<Reply> place(Exchange exchange) {
        CaseBefore.check(exchange, watch);
        LocalDate day = today.get();
        return quick.call(CASES, () -> cases.facts(exchange.caseId(), day))
                .map(found -> found.orElseThrow(() -> Problems.notFound(Thing.CASE)))
                .map(facts -> Reply.ok(placed(facts, day)));
    }

    private JsonObject placed(CaseFacts facts, LocalDate day) {
        Strategy strategy = book.strategyOf(facts);
        Placement placement = book.place(facts);
        List<Script> said = scripts.scripts()
                .stream()
                .filter(script -> script.name().equals(placement.plan().script()))
                .toList();
        return StrategyJson.placement(strategy, placement, facts, said, day);
    }

    private Future<Reply> preview(Exchange exchange) {
        JsonBody body = exchange.json();
        String text = body.text("text", LONGEST_TEXT);
        body.check();
        return slow.call(CASES, () -> {
            Strategy changed = read(text);
            return Reply.ok(StrategyJson.preview(changed,
                    StrategyPreview.of(book, changedBook(changed), cases, today.get())));
        });
    }

    private Strategy read(String text) {
        try {
            return reading.read(text);
        } catch (UnusableStrategy e) {
            throw Problems.invalid("text", e.words());
        }
    }

    private StrategyBook changedBook(Strategy changed) {
        try {
            return book.with(changed);
        } catch (Objection e) {
            throw Problems.invalid("text", e.words());
        }
    }
}
