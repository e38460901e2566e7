package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import io.vertx.core.Future;

/** Calls that an agent asks for: of the case that the floor shows, or of one that the agent chose. */
public final class PreviewEndpoints {
    private static final List<String> REASONS = List.of(SkipReason.values()).stream().map(SkipReason::code).toList();

    private final FloorControl control;
    private final FloorDesk desk;

    public PreviewEndpoints(FloorControl control, FloorDesk desk) {
        this.control = control;
        this.desk = desk;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CALL_PREVIEWED, this::call)
                .on(Operation.SKIP_PREVIEWED, this::skip)
                .on(Operation.CALL_CASE, this::callCase);
    }

    private Future<Reply> call(Exchange exchange) {
        return desk.ask(control.callPreviewed(preview(exchange), exchange.caller().agent()))
                .map(done -> Reply.accepted());
    }

    private Future<Reply> skip(Exchange exchange) {
        AttemptId preview = preview(exchange);
        JsonBody body = exchange.json();
        Optional<SkipReason> reason = body.oneOf("reason", SkipReason::ofCode, REASONS);
        body.check();
        return desk.ask(control.skip(preview, exchange.caller().agent(), reason.orElseThrow()))
                .map(done -> Reply.accepted());
    }

    private Future<Reply> callCase(Exchange exchange) {
        return desk.ask(control.call(exchange.caseId(), exchange.caller().agent())).map(done -> Reply.accepted());
    }

    private static AttemptId preview(Exchange exchange) {
        return AttemptId.parse(exchange.id()).orElseThrow(() -> Problems.notFound(Thing.PREVIEW));
    }
}
