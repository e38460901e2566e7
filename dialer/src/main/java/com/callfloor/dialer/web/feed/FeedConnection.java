package com.callfloor.dialer.web.feed;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.access.Caller;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** One client of the feed. For its event loop. */
final class FeedConnection implements FeedSink {
    /** The session is over: sign in again. */
    static final short SESSION_OVER = 4401;
    /** The client does not read: it may connect again. */
    static final short TOO_SLOW = 4408;
    private static final int MISSED_PONGS = 2;
    private static final int WRITE_QUEUE_BYTES = 256 * 1024;

    private final ServerWebSocket socket;
    private final Caller caller;
    private final Outbox outbox = new Outbox(this);
    private int unansweredPings;

    FeedConnection(ServerWebSocket socket, Caller caller) {
        this.socket = socket;
        this.caller = caller;
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.drainHandler(room -> outbox.drain());
        socket.pongHandler(pong -> unansweredPings = 0);
    }

    Caller caller() {
        return caller;
    }

    boolean watchesFloor() {
        return caller.user().role() != Role.AGENT;
    }

    void deliver(String message) {
        if (!outbox.deliver(message)) {
            close(TOO_SLOW, "too many messages wait");
        }
    }

    void update(FeedKind kind, String message) {
        outbox.update(kind, message);
    }

    /** A client that reads answers each ping; one that does not is let go, so that nothing waits for it for ever. */
    void ping() {
        if (unansweredPings >= MISSED_PONGS) {
            close(TOO_SLOW, "no answer to pings");
            return;
        }
        unansweredPings++;
        socket.writePing(Buffer.buffer("callfloor"));
    }

    void close(short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, reason);
        }
    }

    @Override
    public boolean full() {
        return socket.writeQueueFull();
    }

    @Override
    public void write(String message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message);
        }
    }
}
