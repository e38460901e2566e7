package com.callfloor.dialer.web.feed;

import java.time.Duration;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.feed.AgentPages.Page;
import com.callfloor.dialer.web.http.Connections;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;

/** One client of the feed. For its event loop. */
final class FeedConnection implements FeedSink {
    /** The session is over: sign in again. */
    static final short SESSION_OVER = 4401;
    /** The client does not read: it may connect again. */
    static final short TOO_SLOW = 4408;
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int MISSED_PONGS = 2;
    private static final int WRITE_QUEUE_BYTES = 256 * 1024;

    private final Vertx vertx;
    private final HttpConnection below;
    private final ServerWebSocket socket;
    private final Caller caller;
    private final @Nullable Page page;
    private final Outbox outbox = new Outbox(this);
    private int unansweredPings;
    private boolean closing;

    /** {@code below}: the connection that became the socket; {@code page}: of an agent, if it named one. */
    FeedConnection(Vertx vertx, HttpConnection below, ServerWebSocket socket, Caller caller, @Nullable Page page) {
        this.vertx = vertx;
        this.below = below;
        this.socket = socket;
        this.caller = caller;
        this.page = page;
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.drainHandler(room -> outbox.drain());
        socket.pongHandler(pong -> unansweredPings = 0);
    }

    Caller caller() {
        return caller;
    }

    Optional<Page> page() {
        return Optional.ofNullable(page);
    }

    AgentId person() {
        return new AgentId(caller.user().id());
    }

    boolean watchesFloor() {
        return caller.user().role() != Role.AGENT;
    }

    void deliver(String message) {
        if (!closing && !outbox.deliver(message)) {
            close(TOO_SLOW, "too many messages wait");
        }
    }

    void update(FeedKind kind, String message) {
        if (!closing) {
            outbox.update(kind, message);
        }
    }

    /** A client that reads answers each ping; one that does not is let go, so that nothing waits for it for ever. */
    void ping() {
        if (unansweredPings >= MISSED_PONGS) {
            close(TOO_SLOW, "no answer to pings");
            return;
        }
        unansweredPings++;
        if (!closing) {
            socket.writePing(Buffer.buffer("callfloor"));
        }
    }

    /** Says goodbye; a client that does not read it is cut off. */
    void close(short code, String reason) {
        if (closing || socket.isClosed()) {
            return;
        }
        closing = true;
        socket.close(code, reason);
        vertx.setTimer(CLOSING.toMillis(), late -> {
            if (!socket.isClosed()) {
                Connections.cut(below);
            }
        });
    }

    @Override
    public boolean full() {
        // Of one that has closed its close handler is still to come, and the others wait behind it.
        return !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void write(String message) {
        if (!closing && !socket.isClosed()) {
            socket.writeTextMessage(message);
        }
    }
}
