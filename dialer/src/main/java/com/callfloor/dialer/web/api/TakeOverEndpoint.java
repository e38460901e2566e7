package com.callfloor.dialer.web.api;

import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.Future;

/** A supervisor takes a live call over from its agent. */
public final class TakeOverEndpoint {
    private final FloorWatch watch;
    private final FloorControl control;
    private final FloorDesk desk;
    private final ListeningDesk listening;
    private final Blocking blocking;

    public TakeOverEndpoint(FloorWatch watch, FloorControl control, FloorDesk desk, ListeningDesk listening,
            Blocking blocking) {
        this.watch = watch;
        this.control = control;
        this.desk = desk;
        this.listening = listening;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TAKE_OVER, this::takeOver);
    }

    /** Who may not hear an agent may not take the agent's debtor either. */
    private Future<Reply> takeOver(Exchange exchange) {
        AttemptId attempt = exchange.attempt();
        User user = exchange.caller().user();
        JsonBody body = exchange.json();
        Optional<Extension> phone = AgentEndpoints.phone(body, user);
        body.check();
        Agent agent = watch.current()
                .calls()
                .stream()
                .filter(call -> call.attempt().equals(attempt))
                .findFirst()
                .map(LiveCall::agent)
                .orElseThrow(() -> Problems.notFound("call with this id that an agent has", "由坐席接听的此编号通话"));
        Agent supervisor = user.on(phone.orElseThrow());
        return blocking.call("The staff register", () -> {
            listening.checkLive(user, agent.id().value());
            return true;
        }).compose(may -> desk.ask(control.takeOver(attempt, supervisor))).map(done -> Reply.accepted());
    }
}
