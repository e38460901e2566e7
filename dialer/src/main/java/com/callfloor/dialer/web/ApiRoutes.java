package com.callfloor.dialer.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Endpoint;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Gate;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.audit.AuditTrail;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Replies;
import com.callfloor.dialer.web.ops.RequestTimer;
import com.callfloor.dialer.web.repeat.IdempotencyKeys;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Puts each operation behind its gate. There is no other way to serve one. */
final class ApiRoutes {
    private static final String CALLER = "callfloor.caller";

    private final Gate gate;
    private final RequestTimer timer;
    private final IdempotencyKeys keys;
    private final AuditTrail trail;
    private final BodyHandler jsonBodies = BodyHandler.create(false).setBodyLimit(JsonBody.LIMIT);

    ApiRoutes(Gate gate, RequestTimer timer, IdempotencyKeys keys, AuditTrail trail) {
        this.gate = gate;
        this.timer = timer;
        this.keys = keys;
        this.trail = trail;
    }

    void mount(Router router, Endpoints endpoints) {
        endpoints.whole().forEach((operation, endpoint) -> mount(router, operation, endpoint));
        List.of("/api", "/api/*", "/metrics/*").forEach(path -> router.route(path).handler(ApiRoutes::unknown));
        // The console's page of that name is no part of them.
        router.routeWithRegex("/health/.*").handler(ApiRoutes::unknown);
    }

    private void mount(Router router, Operation operation, Endpoint endpoint) {
        Route route = router.route(operation.path().replaceAll("\\{(\\w+)}", ":$1")).method(operation.method());
        if (operation.method().equals(HttpMethod.GET)) {
            route.method(HttpMethod.HEAD);
        }
        route.handler(routing -> admit(operation, routing));
        if (operation.body() == Operation.Body.JSON) {
            // As a plain handler: Vert.x would have bodies read before anybody is admitted.
            route.handler(routing -> jsonBodies.handle(routing));
        }
        route.handler(routing -> answer(operation, endpoint, routing));
    }

    private void admit(Operation operation, RoutingContext routing) {
        timer.time(operation, routing);
        HttpServerRequest request = routing.request();
        // Nothing of the body may be lost while the caller is looked up.
        request.pause();
        Future.succeededFuture().compose(begin -> gate.admit(operation, request)).onSuccess(caller -> {
            routing.put(CALLER, caller);
            // Uploads and WebSockets go on reading by themselves, when they are ready.
            if (operation.body() != Operation.Body.UPLOAD && !operation.isLine()) {
                request.resume();
            }
            routing.next();
        }).onFailure(routing::fail);
    }

    private void answer(Operation operation, Endpoint endpoint, RoutingContext routing) {
        Optional<Caller> caller = routing.get(CALLER);
        Future.succeededFuture()
                .compose(begin -> trail.answer(operation, routing, caller,
                        () -> keys.answer(operation, routing, caller, endpoint)))
                .onSuccess(reply -> Replies.write(routing.response(), reply))
                .onFailure(routing::fail);
    }

    /** An address of the API that is none, or one that is asked in a way it does not know. */
    private static void unknown(RoutingContext routing) {
        String path = routing.normalizedPath();
        List<String> allowed = List.of(Operation.values())
                .stream()
                .filter(operation -> matches(operation, path))
                .map(operation -> operation.method().name())
                .sorted(Comparator.naturalOrder())
                .toList();
        if (allowed.isEmpty()) {
            throw Problems.notFound(Words.of("address %s here", "地址 %s", path));
        }
        throw Problems.methodNotAllowed(routing.request().method().name(), String.join(", ", allowed));
    }

    private static boolean matches(Operation operation, String path) {
        String pattern = Pattern.quote(operation.path()).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
        return Pattern.matches(pattern, path);
    }
}
