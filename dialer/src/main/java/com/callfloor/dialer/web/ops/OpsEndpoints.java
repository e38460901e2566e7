package com.callfloor.dialer.web.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** For those who run the floor and their machines. Open, so it says nothing about anybody. */
public final class OpsEndpoints {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final List<HealthCheck> checks;
    private final Supplier<String> metrics;
    private final String openApi;
    private final Blocking blocking;

    public OpsEndpoints(List<HealthCheck> checks, Supplier<String> metrics, String openApi, Blocking blocking) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
        this.openApi = openApi;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.ALIVE, this::alive)
                .on(Operation.READY, this::ready)
                .on(Operation.METRICS, this::metrics)
                .on(Operation.OPENAPI, this::openApi);
    }

    private Future<Reply> alive(Exchange exchange) {
        return Future.succeededFuture(Reply.ok(new JsonObject().put("status", "up")));
    }

    private Future<Reply> ready(Exchange exchange) {
        List<Future<JsonObject>> asked = new ArrayList<>();
        checks.forEach(check -> asked.add(ask(check)));
        return Future.all(asked).map(all -> {
            JsonArray results = new JsonArray();
            asked.forEach(result -> results.add(result.result()));
            boolean ready = asked.stream().allMatch(result -> result.result().getBoolean("ok"));
            return new Reply.Json(ready ? 200 : 503,
                    new JsonObject().put("status", ready ? "up" : "down").put("checks", results));
        });
    }

    private Future<JsonObject> ask(HealthCheck check) {
        return blocking.call("The check", check.fault())
                .otherwise(failure -> Optional.of(String.valueOf(failure.getMessage())))
                .map(fault -> new JsonObject().put("name", check.name())
                        .put("ok", fault.isEmpty())
                        .put("reason",
                                fault.orElse(null)));
    }

    private Future<Reply> metrics(Exchange exchange) {
        return blocking.call("The metrics", () -> new Reply.Text(200, PROMETHEUS, metrics.get()));
    }

    private Future<Reply> openApi(Exchange exchange) {
        return Future.succeededFuture(new Reply.Text(200, "application/yaml", openApi));
    }
}
