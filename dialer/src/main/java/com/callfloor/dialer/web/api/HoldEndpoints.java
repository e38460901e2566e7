package com.callfloor.dialer.web.api;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.recordings.RecordingHolds;
import com.callfloor.dialer.recordings.RecordingHolds.Hold;
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
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.HoldJson;
import io.vertx.core.Future;

/** Holds: what keeps recordings from being deleted, and who said so. */
public final class HoldEndpoints {
    private static final String BOOK = "The book of holds";
    private static final int LONGEST_REASON = 500;

    private final RecordingHolds holds;
    private final ListeningDesk listening;
    private final InstantSource clock;
    private final Blocking blocking;

    /** {@code clock}: the real one. */
    public HoldEndpoints(RecordingHolds holds, ListeningDesk listening, InstantSource clock, Blocking blocking) {
        this.holds = holds;
        this.listening = listening;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.RECORDING_HOLDS, this::list)
                .on(Operation.HOLD_CASE, this::ofCase)
                .on(Operation.HOLD_RECORDING, this::ofRecording)
                .on(Operation.LIFT_HOLD, this::lift);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("state", "limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        Optional<String> state = query.text("state");
        if (state.isPresent() && !state.get().equals("in_force") && !state.get().equals("any")) {
            throw Problems.badRequest("state must be in_force or any", "state 须为 in_force 或 any");
        }
        boolean onlyInForce = !state.equals(Optional.of("any"));
        User user = exchange.caller().user();
        return blocking.call(BOOK,
                () -> holds.page(onlyInForce, listening.scopeOf(user), page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, HoldJson::hold, hold -> Long.toString(hold.id()))));
    }

    private Future<Reply> ofCase(Exchange exchange) {
        var caseId = exchange.caseId();
        String reason = reason(exchange);
        return blocking.call(BOOK, () -> holds.place(caseId, reason, by(exchange), clock.instant()))
                .map(placed -> placed(placed, Thing.CASE));
    }

    private Future<Reply> ofRecording(Exchange exchange) {
        var attempt = exchange.attempt();
        String reason = reason(exchange);
        return blocking.call(BOOK, () -> holds.place(attempt, reason, by(exchange), clock.instant()))
                .map(placed -> placed(placed, Thing.RECORDING));
    }

    private static Reply placed(Optional<Hold> placed, Thing what) {
        return new Reply.Json(201, HoldJson.hold(placed.orElseThrow(() -> Problems.notFound(what))));
    }

    private Future<Reply> lift(Exchange exchange) {
        long id = exchange.numericId(Thing.HOLD);
        String reason = reason(exchange);
        return blocking.call(BOOK, () -> {
            Hold known = holds.byId(id).orElseThrow(() -> Problems.notFound(Thing.HOLD));
            return holds.lift(known.id(), reason, by(exchange), clock.instant())
                    .orElseThrow(() -> Problems.conflict("This hold was lifted already. Read the holds again.",
                            "该保全已解除，请重新读取。"));
        }).map(lifted -> Reply.ok(HoldJson.hold(lifted)));
    }

    private static String by(Exchange exchange) {
        return exchange.caller().user().login();
    }

    private static String reason(Exchange exchange) {
        JsonBody body = exchange.json();
        String reason = body.text("reason", LONGEST_REASON).strip();
        if (reason.isEmpty() && !body.faulty()) {
            body.error("reason", Must.SAY_WHY);
        }
        body.check();
        return reason;
    }
}
