package com.callfloor.dialer.web.api;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

import com.callfloor.dialer.effect.Comparison;
import com.callfloor.dialer.effect.ExperimentReport;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.ExperimentJson;
import io.vertx.core.Future;

/** What experiments tell, for managers. */
public final class ExperimentEndpoints {
    private final Experiments experiments;
    private final ExperimentReport report;
    private final Supplier<LocalDate> today;
    private final Blocking blocking;

    /** {@code today}: the floor's day. */
    public ExperimentEndpoints(Experiments experiments, ExperimentReport report, Supplier<LocalDate> today,
            Blocking blocking) {
        this.experiments = experiments;
        this.report = report;
        this.today = today;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.EXPERIMENTS, this::list).on(Operation.EXPERIMENT, this::one);
    }

    /** Never cut into pages: a floor has few. */
    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.whole(experiments.all().stream().map(ExperimentJson::card)));
    }

    private Future<Reply> one(Exchange exchange) {
        exchange.query(Set.of());
        Experiment experiment = experiments.named(exchange.parameter("name"))
                .orElseThrow(() -> Problems.notFound("experiment of this name", "此名称的实验"));
        return blocking.call("The books", () -> report.of(experiment))
                .map(figures -> Reply.ok(ExperimentJson.of(Comparison.of(experiment, figures, today.get()))));
    }
}
