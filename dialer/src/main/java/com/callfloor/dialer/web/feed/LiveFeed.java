package com.callfloor.dialer.web.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Authenticator;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;

/** All connections of the live feed. Everything but the floor's own call happens on one event loop. */
public final class LiveFeed {
    private static final short GOING_AWAY = 1001;
    private static final List<FeedKind> WHOLE_FLOOR = List.of(FeedKind.FLOOR, FeedKind.AGENTS, FeedKind.CALLS);

    private final Vertx vertx;
    private final FloorWatch floor;
    private final Authenticator authenticator;
    private final FeedSettings settings;
    private final Set<FeedConnection> connections = new LinkedHashSet<>();
    private Promise<Void> lastGone = Promise.promise();
    private final AtomicInteger listening = new AtomicInteger();
    private final FloorBroadcast broadcast;
    private FloorWatch.Subscription subscription = () -> {
    };
    private long keepAlive;
    private boolean agentsChoose;

    public LiveFeed(Vertx vertx, FloorWatch floor, Authenticator authenticator, FeedSettings settings) {
        this.vertx = vertx;
        this.floor = floor;
        this.authenticator = authenticator;
        this.settings = settings;
        this.broadcast = new FloorBroadcast(vertx, settings.floorPeriod(), floor::current, this::watchers);
    }

    /** Call once, on the event loop that serves. */
    public void start() {
        Context context = vertx.getOrCreateContext();
        subscription = floor.subscribe(change -> context.runOnContext(now -> tell(change)));
        keepAlive = vertx.setPeriodic(settings.keepAlive().toMillis(), tick -> List.copyOf(connections)
                .forEach(this::keepAlive));
    }

    /** Says goodbye to everybody; completes when all have gone, which those who do not read never do by themselves. */
    public Future<Void> stop() {
        subscription.close();
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
        if (!exchange.request().canUpgradeToWebSocket()) {
            throw Problems.webSocketOnly();
        }
        if (connections.size() >= settings.most()) {
            throw Problems.unavailable("The live feed has no place left.", "Close pages that nobody looks at.");
        }
        Caller caller = exchange.caller();
        HttpConnection below = exchange.request().connection();
        return exchange.request().toWebSocket().map(socket -> {
            begin(new FeedConnection(vertx, below, socket, caller), socket);
            return new Reply.Written();
        });
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
            listening.decrementAndGet();
            if (connections.isEmpty()) {
                lastGone.tryComplete();
            }
        });
        socket.exceptionHandler(broken -> connection.close(FeedConnection.TOO_SLOW, "broken"));
        FloorSnapshot now = floor.current();
        if (connection.watchesFloor()) {
            WHOLE_FLOOR.forEach(kind -> connection.update(kind, FloorBroadcast.text(kind, now)));
        } else {
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
                toAgent(popped.agent(), connection -> connection.deliver(text));
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
            case FloorChange.TransferFailed failed -> {
                String text = FeedMessages.transferFailed(failed.to(), failed.why());
                toAgent(failed.agent(), connection -> connection.deliver(text));
            }
            case FloorChange.CallChanged changed -> {
                broadcast.changed(FeedKind.CALLS);
                Optional.ofNullable(changed.call().agent()).ifPresent(agent -> {
                    String text = FeedMessages.ownCall(changed.call());
                    toAgent(agent.id(), connection -> connection.deliver(text));
                });
            }
            case FloorChange.FloorChanged changed -> {
                broadcast.changed(FeedKind.FLOOR);
                tellWhetherAgentsChoose();
            }
        }
    }

    private void tellWhetherAgentsChoose() {
        boolean now = FeedMessages.agentsChoose(floor.current());
        if (now != agentsChoose) {
            agentsChoose = now;
            String text = FeedMessages.choosing(now);
            List.copyOf(connections)
                    .stream()
                    .filter(connection -> !connection.watchesFloor())
                    .forEach(connection -> connection.deliver(text));
        }
    }

    private void toAgent(AgentId agent, Consumer<FeedConnection> send) {
        List.copyOf(connections)
                .stream()
                .filter(
                        connection -> !connection.watchesFloor() && connection.caller().agent().equals(agent))
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
