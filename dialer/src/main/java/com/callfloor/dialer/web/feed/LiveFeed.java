package com.callfloor.dialer.web.feed;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.alerts.AlertBoard;
import com.callfloor.dialer.web.access.Authenticator;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.feed.AgentPages.Page;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

/** All connections of the live feed. Everything but the floor's own call happens on one event loop. */
public final class LiveFeed {
    private static final short GOING_AWAY = 1001;
    private static final int LONGEST_PAGE = 64;
    private static final List<FeedKind> WHOLE_FLOOR = List.of(FeedKind.AGENTS, FeedKind.CALLS, FeedKind.FLOOR,
            FeedKind.SETTINGS);

    private final Vertx vertx;
    private final FloorWatch floor;
    private final AlertBoard alerts;
    private final Authenticator authenticator;
    private final FeedSettings settings;
    private final AgentPages pages = new AgentPages();
    private final InstantSource clock;
    private final Set<FeedConnection> connections = new LinkedHashSet<>();
    private Promise<Void> lastGone = Promise.promise();
    private final AtomicInteger listening = new AtomicInteger();
    private final FloorBroadcast broadcast;
    private FloorWatch.Subscription subscription = () -> {
    };
    private FloorWatch.Subscription alerting = () -> {
    };
    private long keepAlive;
    private boolean agentsChoose;

    /** {@code clock}: the real one. */
    public LiveFeed(Vertx vertx, FloorWatch floor, AlertBoard alerts, Authenticator authenticator,
            FeedSettings settings, InstantSource clock) {
        this.vertx = vertx;
        this.floor = floor;
        this.alerts = alerts;
        this.authenticator = authenticator;
        this.settings = settings;
        this.clock = clock;
        this.broadcast = new FloorBroadcast(vertx, settings.floorPeriod(), floor::current, this::watchers);
    }

    /** Call once, on the event loop that serves. */
    public void start() {
        Context context = vertx.getOrCreateContext();
        subscription = floor.subscribe(change -> context.runOnContext(now -> tell(change)));
        alerting = alerts.subscribe(() -> context.runOnContext(now -> tellAlerts()));
        keepAlive = vertx.setPeriodic(settings.keepAlive().toMillis(), tick -> List.copyOf(connections)
                .forEach(this::keepAlive));
    }

    /** Says goodbye to everybody; completes when all have gone, which those who do not read never do by themselves. */
    public Future<Void> stop() {
        subscription.close();
        alerting.close();
        vertx.cancelTimer(keepAlive);
        lastGone = Promise.promise();
        if (connections.isEmpty()) {
            lastGone.complete();
        }
        closeIf(GOING_AWAY, "the dialer stops", connection -> true);
        return lastGone.future();
    }

    /** Lets nobody go on hearing under a session that was closed. */
    public void endSession(String tokenHash) {
        closeIf(FeedConnection.SESSION_OVER, "signed out",
                connection -> connection.caller().credential().tokenHash().equals(tokenHash));
    }

    public Future<Reply> open(Exchange exchange) {
        Query query = exchange.query(Set.of("page", "take_over"));
        if (!exchange.request().canUpgradeToWebSocket()) {
            throw Problems.webSocketOnly();
        }
        if (connections.size() >= settings.most()) {
            throw Problems.unavailable(new Words("The live feed has no place left. Close pages that nobody looks at.",
                    "实时连接已满，请关闭无人查看的页面。"));
        }
        Caller caller = exchange.caller();
        Page page = caller.user().role() == Role.AGENT
                ? query.text("page").map(id -> page(id, query, exchange)).orElse(null)
                : null;
        HttpConnection below = exchange.request().connection();
        return exchange.request().toWebSocket().map(socket -> {
            begin(new FeedConnection(vertx, below, socket, caller, page), socket);
            return new Reply.Written();
        });
    }

    private Page page(String id, Query query, Exchange exchange) {
        if (id.length() > LONGEST_PAGE) {
            throw Problems.badParameter("page", Must.haveAtMost(LONGEST_PAGE));
        }
        boolean takesOver = query.text("take_over").filter("true"::equals).isPresent();
        return new Page(id, takesOver, exchange.request().remoteAddress().hostAddress(), clock.instant());
    }

    /** Shows these agents what a supervisor tells them, as {@code notice} says it. */
    public void notice(JsonObject notice, Collection<AgentId> agents) {
        String text = FeedMessages.notice(notice);
        agents.forEach(agent -> toPerson(agent, connection -> connection.deliver(text)));
    }

    /** Tells the supervisor who wrote it that this agent has read it. */
    public void noticeRead(AgentId supervisor, long notice, String agent) {
        String text = FeedMessages.noticeRead(notice, agent);
        toPerson(supervisor, connection -> connection.deliver(text));
    }

    /** Who watches the floor and may be asked into a call, each once. On the event loop. */
    public List<User> supervisorsThere() {
        return connections.stream()
                .map(connection -> connection.caller().user())
                .filter(user -> user.role() == Role.SUPERVISOR)
                .collect(Collectors.toMap(User::id, Function.identity(), (one, same) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** How many connections are open. Any thread. */
    public int listening() {
        return listening.get();
    }

    private void begin(FeedConnection connection, ServerWebSocket socket) {
        connections.add(connection);
        listening.incrementAndGet();
        socket.closeHandler(closed -> {
            connections.remove(connection);
            pages.close(connection);
            listening.decrementAndGet();
            if (connections.isEmpty()) {
                lastGone.tryComplete();
            }
        });
        socket.exceptionHandler(broken -> connection.close(FeedConnection.TOO_SLOW, "broken"));
        FloorSnapshot now = floor.current();
        if (connection.watchesFloor()) {
            WHOLE_FLOOR.forEach(kind -> connection.update(kind, FloorBroadcast.text(kind, now)));
            connection.update(FeedKind.ALERTS, FeedMessages.alerts(alerts.active()));
            FeedMessages.ownCall(now, connection.person()).forEach(connection::deliver);
        } else if (connection.page().map(page -> pages.open(connection, page)).orElse(true)) {
            FeedMessages.beginning(now, connection.caller().agent()).forEach(connection::deliver);
        }
    }

    private void tell(FloorChange change) {
        switch (change) {
            case FloorChange.AgentChanged agent -> {
                broadcast.changed(FeedKind.AGENTS);
                String text = FeedMessages.agent(agent.agent());
                toAgent(agent.agent().agent().id(), connection -> connection.update(FeedKind.AGENT, text));
            }
            case FloorChange.ScreenPopped popped -> {
                String text = FeedMessages.pop(popped.pop());
                toPerson(popped.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.Previewed previewed -> {
                String text = FeedMessages.preview(previewed.preview());
                toAgent(previewed.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.CallDenied denied -> {
                String text = FeedMessages.denied(denied.caseRef(), denied.decision());
                toAgent(denied.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.CaseClosed closed -> {
                String text = FeedMessages.caseClosed(closed.caseRef(), closed.why());
                toAgent(closed.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.TakeOverFailed failed -> {
                String text = FeedMessages.takeOverFailed(failed.attempt(), failed.why());
                toPerson(failed.supervisor(), connection -> connection.deliver(text));
            }
            case FloorChange.TransferFailed failed -> {
                String text = FeedMessages.transferFailed(failed.to(), failed.why());
                toAgent(failed.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.Released released -> {
                String text = FeedMessages.released(released.attempt(), released.why());
                toPerson(released.supervisor(), connection -> connection.deliver(text));
            }
            case FloorChange.CallChanged changed -> {
                broadcast.changed(FeedKind.CALLS);
                Optional.ofNullable(changed.call().agent()).ifPresent(agent -> {
                    String text = FeedMessages.ownCall(changed.call());
                    toPerson(agent.id(), connection -> connection.deliver(text));
                });
            }
            case FloorChange.SettingsChanged changed -> {
                broadcast.changed(FeedKind.SETTINGS);
                tellWhetherAgentsChoose();
            }
            case FloorChange.FloorChanged changed -> {
                broadcast.changed(FeedKind.FLOOR);
                tellWhetherAgentsChoose();
            }
        }
    }

    private void tellAlerts() {
        String text = FeedMessages.alerts(alerts.active());
        watchers().forEach(connection -> connection.update(FeedKind.ALERTS, text));
    }

    private void tellWhetherAgentsChoose() {
        boolean now = FeedMessages.agentsChoose(floor.current());
        if (now != agentsChoose) {
            agentsChoose = now;
            String text = FeedMessages.choosing(now);
            List.copyOf(connections)
                    .stream()
                    .filter(connection -> !connection.watchesFloor() && pages.hears(connection))
                    .forEach(connection -> connection.deliver(text));
        }
    }

    private void toAgent(AgentId agent, Consumer<FeedConnection> send) {
        toPerson(agent, connection -> {
            if (!connection.watchesFloor()) {
                send.accept(connection);
            }
        });
    }

    /** An agent, but on the page at work only, or a supervisor who has a call. */
    private void toPerson(AgentId person, Consumer<FeedConnection> send) {
        List.copyOf(connections)
                .stream()
                .filter(connection -> connection.person().equals(person) && pages.hears(connection))
                .forEach(send);
    }

    private Collection<FeedConnection> watchers() {
        return connections.stream().filter(FeedConnection::watchesFloor).toList();
    }

    /** While the directory is away nobody is thrown out: the feed is what the floor goes on with. */
    private void keepAlive(FeedConnection connection) {
        connection.ping();
        authenticator.find(connection.caller().credential()).onSuccess(found -> {
            boolean same = found.map(caller -> caller.user().role() == connection.caller().user().role()).orElse(false);
            if (!same) {
                connection.close(FeedConnection.SESSION_OVER, "the session is over");
            }
        });
    }

    private void closeIf(short code, String reason, Predicate<FeedConnection> which) {
        List.copyOf(connections).stream().filter(which).forEach(connection -> connection.close(code, reason));
    }
}
