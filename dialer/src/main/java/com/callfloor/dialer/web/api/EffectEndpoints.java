package com.callfloor.dialer.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.Grouping;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.EffectCsv;
import com.callfloor.dialer.web.json.EffectJson;
import io.vertx.core.Future;

/** What calling brought, for managers. */
public final class EffectEndpoints {
    private static final String BOOKS = "The books";
    /** Years of calls would keep the database from reserving the next one. */
    private static final int MOST_DAYS = 366;

    private final EffectReport report;
    private final Blocking blocking;

    public EffectEndpoints(EffectReport report, Blocking blocking) {
        this.report = report;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.EFFECT, this::json).on(Operation.EFFECT_CSV, this::csv);
    }

    private Future<Reply> json(Exchange exchange) {
        return figures(exchange).map(groups -> Reply.ok(EffectJson.of(groups)));
    }

    private Future<Reply> csv(Exchange exchange) {
        return figures(exchange)
                .map(groups -> new Reply.Text(200, "text/csv; charset=utf-8", EffectCsv.of(groups)));
    }

    private Future<SortedMap<String, Effect>> figures(Exchange exchange) {
        Query query = exchange.query(Set.of("from", "to", "by"));
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> from = day(query, "from", errors);
        Optional<LocalDate> to = day(query, "to", errors);
        Optional<Grouping> by = grouping(query.text("by").orElse("lender"));
        if (by.isEmpty()) {
            errors.add(new FieldError("by", "must be one of " + Stream.of(Grouping.values())
                    .map(EffectEndpoints::code)
                    .collect(Collectors.joining(", "))));
        }
        if (from.isPresent() && to.isPresent()
                && (to.get().isBefore(from.get()) || to.get().isAfter(from.get().plusDays(MOST_DAYS)))) {
            errors.add(new FieldError("to", "must be " + from.get() + " or at most " + MOST_DAYS + " days later"));
        }
        if (!errors.isEmpty()) {
            throw Problems.badParameters(errors);
        }
        return blocking.call(BOOKS, () -> report.of(from.orElseThrow(), to.orElseThrow(), by.orElseThrow()));
    }

    private static Optional<LocalDate> day(Query query, String name, List<FieldError> errors) {
        try {
            return Optional.of(LocalDate.parse(query.text(name).orElse("")));
        } catch (DateTimeException e) {
            errors.add(new FieldError(name, "must be a day such as 2026-11-24"));
            return Optional.empty();
        }
    }

    private static Optional<Grouping> grouping(String code) {
        return Stream.of(Grouping.values()).filter(each -> code(each).equals(code)).findFirst();
    }

    private static String code(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
