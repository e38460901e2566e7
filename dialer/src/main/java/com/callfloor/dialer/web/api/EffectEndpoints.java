package com.callfloor.dialer.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.Grouping;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.EffectJson;
import com.callfloor.dialer.web.json.EffectTable;
import com.callfloor.dialer.web.json.HeatmapJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** What calling brought, for managers. */
public final class EffectEndpoints {
    private static final String BOOKS = "The books";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EffectReport report;
    private final Costs costs;
    private final Blocking blocking;

    public EffectEndpoints(EffectReport report, Costs costs, Blocking blocking) {
        this.report = report;
        this.costs = costs;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.EFFECT, this::json)
                .on(Operation.EFFECT_CSV, this::csv)
                .on(Operation.EFFECT_XLSX, this::xlsx)
                .on(Operation.HEATMAP, this::heatmap);
    }

    private Future<Reply> json(Exchange exchange) {
        return figures(exchange).map(groups -> Reply.ok(EffectJson.of(groups, costs)));
    }

    private Future<Reply> csv(Exchange exchange) {
        return figures(exchange).map(
                groups -> new Reply.Text(200, "text/csv; charset=utf-8", EffectTable.of(groups, costs).csv()));
    }

    private Future<Reply> xlsx(Exchange exchange) {
        return figures(exchange)
                .map(groups -> new Reply.Bytes(XLSX, Buffer.buffer(EffectTable.of(groups, costs).xlsx())));
    }

    private Future<Reply> heatmap(Exchange exchange) {
        Query query = exchange.query(Set.of("from", "to"));
        List<FieldError> errors = new ArrayList<>();
        Optional<Period> period = Period.of(query, errors);
        return of(period, Optional.of(Grouping.HOUR), errors).map(groups -> Reply.ok(HeatmapJson.of(groups)));
    }

    private Future<SortedMap<String, Effect>> figures(Exchange exchange) {
        Query query = exchange.query(Set.of("from", "to", "by"));
        List<FieldError> errors = new ArrayList<>();
        Optional<Period> period = Period.of(query, errors);
        Optional<Grouping> by = grouping(query.text("by").orElse("lender"));
        if (by.isEmpty()) {
            errors.add(new FieldError("by",
                    Must.beOneOf(Stream.of(Grouping.values()).map(EffectEndpoints::code).toList())));
        }
        return of(period, by, errors);
    }

    private Future<SortedMap<String, Effect>> of(Optional<Period> period, Optional<Grouping> by,
            List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.badParameters(errors);
        }
        Period asked = period.orElseThrow();
        return blocking.call(BOOKS, () -> report.of(asked.from(), asked.to(), by.orElseThrow()));
    }

    private static Optional<Grouping> grouping(String code) {
        return Stream.of(Grouping.values()).filter(each -> code(each).equals(code)).findFirst();
    }

    private static String code(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
