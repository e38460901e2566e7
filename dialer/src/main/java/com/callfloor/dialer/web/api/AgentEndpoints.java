package com.callfloor.dialer.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.AgentJson;
import com.callfloor.dialer.web.json.CallJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Agents: their states, and listening in to them. */
public final class AgentEndpoints {
    private static final List<String> MODES = List.of("listen", "whisper", "barge");

    private final FloorWatch watch;
    private final FloorControl control;
    private final FloorDesk desk;
    private final ListeningDesk listening;
    private final Blocking blocking;

    public AgentEndpoints(FloorWatch watch, FloorControl control, FloorDesk desk, ListeningDesk listening,
            Blocking blocking) {
        this.listening = listening;
        this.blocking = blocking;
        this.watch = watch;
        this.control = control;
        this.desk = desk;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.AGENTS, this::list)
                .on(Operation.OWN_AGENT, this::own)
                .on(Operation.OWN_STATE, exchange -> state(exchange, exchange.caller().agent()))
                .on(Operation.PAUSE_RECORDING, exchange -> recording(exchange, true))
                .on(Operation.RESUME_RECORDING, exchange -> recording(exchange, false))
                .on(Operation.AGENT_STATE, exchange -> state(exchange, exchange.agent()))
                .on(Operation.LISTEN, this::listen);
    }

    private Future<Reply> list(Exchange exchange) {
        Page<AgentId> page = Page.of(exchange.query(Set.of("limit", "after")), Keys::agent);
        List<AgentView> agents = watch.current()
                .agents()
                .stream()
                .filter(view -> page.after().map(after -> view.agent().id().compareTo(after) > 0).orElse(true))
                .sorted(Comparator.comparing(view -> view.agent().id()))
                .limit(page.fetch())
                .toList();
        return Future.succeededFuture(
                Reply.ok(page.list(agents, AgentJson::agent, view -> Long.toString(view.agent().id().value()))));
    }

    private Future<Reply> recording(Exchange exchange, boolean paused) {
        return desk.ask(control.pauseRecording(exchange.caller().agent(), paused)).compose(done -> own(exchange));
    }

    private Future<Reply> own(Exchange exchange) {
        FloorSnapshot floor = watch.current();
        AgentId agent = exchange.caller().agent();
        JsonObject body = new JsonObject().put("agent", AgentJson.agent(find(floor, agent)));
        Optional.ofNullable(floor.pops().get(agent)).ifPresent(pop -> body.put("call", CallJson.pop(pop)));
        Optional.ofNullable(floor.previews().get(agent))
                .ifPresent(preview -> body.put("preview", CallJson.preview(preview)));
        return Future.succeededFuture(Reply.ok(body));
    }

    private Future<Reply> state(Exchange exchange, AgentId agent) {
        AgentWish wish = AgentWishes.read(exchange.json());
        return desk.ask(control.agentState(agent, wish))
                .map(done -> Reply.ok(AgentJson.agent(find(watch.current(), agent))));
    }

    private Future<Reply> listen(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<String> mode = body.oneOf("mode", code -> Optional.of(code).filter(MODES::contains), MODES);
        Optional<Extension> phone = phone(body, exchange.caller().user());
        body.check();
        User user = exchange.caller().user();
        AgentId agent = exchange.agent();
        return blocking.call("The staff register", () -> {
            listening.checkLive(user, agent.value());
            return true;
        })
                .compose(may -> desk.ask(begin(user, phone.orElseThrow(), agent, mode.orElseThrow())))
                .map(done -> Reply.accepted());
    }

    private CompletionStage<FloorReply> begin(User user, Extension phone, AgentId agent, String mode) {
        return switch (mode) {
            case "barge" ->
                control.bargeIn(agent, user.on(phone));
            case "whisper" -> control.listenIn(new AgentId(user.id()), phone, agent, ListenMode.WHISPER);
            default -> control.listenIn(new AgentId(user.id()), phone, agent, ListenMode.LISTEN);
        };
    }

    /** The supervisor's phone that is to be rung: the one that is named, else their own. */
    static Optional<Extension> phone(JsonBody body, User user) {
        Optional<String> asked = body.optionalText("extension", 20);
        try {
            Optional<Extension> phone = asked.map(Extension::new).or(() -> Optional.ofNullable(user.extension()));
            if (phone.isEmpty()) {
                body.error("extension", "is needed, since you have no phone of your own: 2 to 10 digits",
                        "不能为空，因为您没有自己的分机；须为 2 至 10 位数字");
            }
            return phone;
        } catch (IllegalArgumentException e) {
            body.error("extension", Must.BE_AN_EXTENSION);
            return Optional.empty();
        }
    }

    private static AgentView find(FloorSnapshot floor, AgentId agent) {
        return floor.agents()
                .stream()
                .filter(view -> view.agent().id().equals(agent))
                .findFirst()
                .orElseThrow(() -> Problems.notFound(Thing.AGENT));
    }
}
