package com.callfloor.dialer.web.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Thing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** One admitted request. */
public final class Exchange {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private static final int MOST_AT_ONCE = 200;

    private final RoutingContext routing;
    private final Optional<Caller> caller;
    private final Optional<Function<String, Future<Void>>> beforeUse;

    public Exchange(RoutingContext routing, Optional<Caller> caller) {
        this(routing, caller, Optional.empty());
    }

    /** {@code beforeUse} is told the SHA-256 of an upload before anything is done with it, and may say no by failing. */
    public Exchange(RoutingContext routing, Optional<Caller> caller, Function<String, Future<Void>> beforeUse) {
        this(routing, caller, Optional.of(beforeUse));
    }

    private Exchange(RoutingContext routing, Optional<Caller> caller,
            Optional<Function<String, Future<Void>>> beforeUse) {
        this.routing = routing;
        this.caller = caller;
        this.beforeUse = beforeUse;
    }

    /** Who has to be asked, with the SHA-256 of the whole upload, before it is used. */
    public Optional<Function<String, Future<Void>>> beforeUse() {
        return beforeUse;
    }

    public HttpServerRequest request() {
        return routing.request();
    }

    public HttpServerResponse response() {
        return routing.response();
    }

    /** Who asks; only for operations that are not open. */
    public Caller caller() {
        return caller.orElseThrow(() -> new IllegalStateException("an open operation has no caller"));
    }

    /** The parameters, if all of them are among {@code known}. */
    public Query query(Set<String> known) {
        return Query.only(routing.queryParams(), known);
    }

    public JsonBody json() {
        return JsonBody.of(routing);
    }

    /** A body that is one object or a list of some. */
    public JsonBody.OneOrMany oneOrMany() {
        return JsonBody.oneOrMany(routing, MOST_AT_ONCE);
    }

    /** The body as it came, for what is signed; empty where there is none. */
    public byte[] rawBody() {
        Buffer buffer = routing.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    public String id() {
        return parameter("id");
    }

    /** A parameter of the path. */
    public String parameter(String name) {
        return routing.pathParam(name);
    }

    public AttemptId attempt() {
        return AttemptId.parse(id()).orElseThrow(() -> Problems.notFound(Thing.CALL));
    }

    public CaseId caseId() {
        return new CaseId(numericId(Thing.CASE));
    }

    public AgentId agent() {
        return new AgentId(numericId(Thing.AGENT));
    }

    /** The id in the path; {@code what} it is of, for people. */
    public long numericId(Thing what) {
        return numericId("id", what);
    }

    /** The number at {@code parameter} of the path. */
    public long numericId(String parameter, Thing what) {
        String text = parameter(parameter);
        if (!NUMBER.matcher(text).matches()) {
            throw Problems.notFound(what);
        }
        return Long.parseLong(text);
    }
}
