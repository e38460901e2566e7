package com.callfloor.dialer.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.AgentJson;
import com.callfloor.dialer.web.json.CallJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is done with a talk besides talking: by its own agent, or by a supervisor. */
public final class TalkEndpoints {
    private static final int MOST_KEYS = 32;
    private static final int LONGEST_NAME = 40;
    private static final Words NOT_FREE = new Words(
            "This supervisor has a call now, or may not hear this one. Choose somebody else.",
            "该班长正在通话中，或无权接听这通电话，请另选他人。");

    private final FloorWatch watch;
    private final CallControl talks;
    private final FloorDesk desk;
    private final SupervisorsThere supervisors;

    public TalkEndpoints(FloorWatch watch, CallControl talks, FloorDesk desk, SupervisorsThere supervisors) {
        this.watch = watch;
        this.talks = talks;
        this.desk = desk;
        this.supervisors = supervisors;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.HOLD, this::hold)
                .on(Operation.RESUME, this::resume)
                .on(Operation.PRESS_KEYS, this::press)
                .on(Operation.RECEIVERS, this::receivers)
                .on(Operation.TRANSFER, this::transfer)
                .on(Operation.OUTSIDE_DESTINATIONS, this::outside)
                .on(Operation.TRANSFER_OUTSIDE, this::transferOutside)
                .on(Operation.ACCEPT_TRANSFER, this::accept)
                .on(Operation.CONFERENCE, this::confer)
                .on(Operation.COMPLETE_TRANSFER, this::complete)
                .on(Operation.CANCEL_TRANSFER, this::cancel);
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

    /**
     * Agents who are ready now, then supervisors who are there; that they are not chosen for a call in this instant the floor finds
     * out.
     */
    private Future<Reply> receivers(Exchange exchange) {
        JsonArray items = new JsonArray();
        FloorSnapshot floor = watch.current();
        LiveCall call = live(exchange.attempt());
        floor.agents()
                .stream()
                .filter(view -> view.state() instanceof AgentState.Ready)
                .filter(view -> view.leg() instanceof AgentLeg.Up || view.leg() instanceof AgentLeg.OnHook)
                .sorted(Comparator.comparing(view -> view.agent().name()))
                .forEach(view -> items.add(AgentJson.receiver(view)));
        return supervisors.freeFor(call).map(there -> {
            there.forEach(supervisor -> items.add(AgentJson.receiver(supervisor)));
            return Reply.ok(new JsonObject().put("items", items));
        });
    }

    private LiveCall live(AttemptId attempt) {
        return watch.current()
                .calls()
                .stream()
                .filter(call -> call.attempt().equals(attempt))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("live call with this id", "此编号的进行中通话"));
    }

    private Future<Reply> transfer(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<Long> to = body.whole("to", 1, Long.MAX_VALUE);
        Optional<TransferKind> kind = body.oneOf("kind", TransferKind::ofCode, List.of("blind", "warm"));
        body.check();
        AgentId receiver = new AgentId(to.orElseThrow());
        AttemptId attempt = exchange.attempt();
        Requester by = exchange.caller().requester();
        Future<Optional<Agent>> asked = supervisors.isOne(receiver)
                ? supervisors.freeFor(live(attempt))
                        .map(there -> Optional.of(there.stream()
                                .filter(one -> one.id().equals(receiver))
                                .findFirst()
                                .orElseThrow(() -> Problems.conflict(NOT_FREE))))
                : Future.succeededFuture(Optional.empty());
        return asked.compose(supervisor -> desk.ask(supervisor
                .map(one -> talks.transferToSupervisor(attempt, by, one, kind.orElseThrow()))
                .orElseGet(() -> talks.transfer(attempt, by, receiver, kind.orElseThrow()))))
                .map(done -> Reply.accepted());
    }

    private Future<Reply> outside(Exchange exchange) {
        return desk.see(talks.outsideDestinations(exchange.attempt(), exchange.caller().requester()))
                .map(destinations -> Reply.ok(new JsonObject().put("items",
                        new JsonArray(destinations.stream().map(CallJson::destination).toList()))));
    }

    private Future<Reply> transferOutside(Exchange exchange) {
        JsonBody body = exchange.json();
        String to = body.text("to", LONGEST_NAME);
        body.check();
        return desk.ask(talks.transferOutside(exchange.attempt(), exchange.caller().requester(), to))
                .map(done -> Reply.accepted());
    }

    private Future<Reply> accept(Exchange exchange) {
        JsonBody body = exchange.json();
        User user = exchange.caller().user();
        Optional<Extension> phone = AgentEndpoints.phone(body, user);
        body.check();
        Agent supervisor = user.on(phone.orElseThrow());
        return desk.ask(talks.acceptTransfer(exchange.attempt(), supervisor)).map(done -> Reply.accepted());
    }

    private Future<Reply> confer(Exchange exchange) {
        return desk.ask(talks.confer(exchange.attempt(), exchange.caller().requester())).map(done -> Reply.accepted());
    }

    private Future<Reply> complete(Exchange exchange) {
        return desk.ask(talks.completeTransfer(exchange.attempt(), exchange.caller().requester()))
                .map(done -> Reply.accepted());
    }

    private Future<Reply> cancel(Exchange exchange) {
        return desk.ask(talks.cancelTransfer(exchange.attempt(), exchange.caller().requester()))
                .map(done -> Reply.accepted());
    }

    private static Optional<Digits> digits(JsonBody body, String keys) {
        try {
            return Optional.of(new Digits(keys));
        } catch (IllegalArgumentException e) {
            if (!keys.isEmpty()) {
                body.error("digits", "must be 1 to 32 of the keys 0-9, *, # and A-D", "须为 1 至 32 个按键：0-9、*、#、A-D");
            }
            return Optional.empty();
        }
    }
}
