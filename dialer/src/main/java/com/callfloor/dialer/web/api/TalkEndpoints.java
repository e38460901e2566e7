package com.callfloor.dialer.web.api;

import java.util.Optional;

import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.Future;

/** What is done with a talk besides talking: by its own agent, or by a supervisor. */
public final class TalkEndpoints {
    private static final int MOST_KEYS = 32;

    private final CallControl talks;
    private final FloorDesk desk;

    public TalkEndpoints(CallControl talks, FloorDesk desk) {
        this.talks = talks;
        this.desk = desk;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.HOLD, this::hold)
                .on(Operation.RESUME, this::resume)
                .on(Operation.PRESS_KEYS, this::press);
    }

    private Future<Reply> hold(Exchange exchange) {
        return desk.ask(talks.hold(exchange.attempt(), exchange.caller().requester())).map(done -> Reply.accepted());
    }

    private Future<Reply> resume(Exchange exchange) {
        return desk.ask(talks.resume(exchange.attempt(), exchange.caller().requester())).map(done -> Reply.accepted());
    }

    private Future<Reply> press(Exchange exchange) {
        JsonBody body = exchange.json();
        String keys = body.text("digits", MOST_KEYS);
        Optional<Digits> digits = digits(body, keys);
        body.check();
        return desk
                .ask(talks.press(exchange.attempt(), exchange.caller().requester(), digits.orElseThrow()))
                .map(done -> Reply.accepted());
    }

    private static Optional<Digits> digits(JsonBody body, String keys) {
        try {
            return Optional.of(new Digits(keys));
        } catch (IllegalArgumentException e) {
            if (!keys.isEmpty()) {
                body.error("digits", "must be 1 to 32 of the keys 0-9, *, # and A-D");
            }
            return Optional.empty();
        }
    }
}
