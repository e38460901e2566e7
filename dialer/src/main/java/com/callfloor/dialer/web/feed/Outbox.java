package com.callfloor.dialer.web.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What waits for one client. A message about the floor is dropped once a newer one of its kind is there; one about an
 * agent's call never is. So a slow client has little waiting and reads the latest. For one thread.
 */
final class Outbox {
    static final int MOST_WAITING = 256;

    private final FeedSink sink;
    private final Deque<String> everyOne = new ArrayDeque<>();
    private final Map<FeedKind, String> latest = new LinkedHashMap<>();

    Outbox(FeedSink sink) {
        this.sink = sink;
    }

    /** A message that must arrive. False if too many wait already: the client is beyond help. */
    boolean deliver(String message) {
        if (everyOne.isEmpty() && !sink.full()) {
            sink.write(message);
            return true;
        }
        everyOne.addLast(message);
        return everyOne.size() <= MOST_WAITING;
    }

    /** A message that the next one of its kind replaces. */
    void update(FeedKind kind, String message) {
        if (everyOne.isEmpty() && latest.isEmpty() && !sink.full()) {
            sink.write(message);
        } else {
            latest.put(kind, message);
        }
    }

    /** Call when the sink has room again. */
    void drain() {
        while (!sink.full() && !everyOne.isEmpty()) {
            sink.write(everyOne.removeFirst());
        }
        while (!sink.full() && !latest.isEmpty()) {
            FeedKind first = latest.keySet().iterator().next();
            String message = latest.remove(first);
            if (message != null) {
                sink.write(message);
            }
        }
    }

    boolean idle() {
        return everyOne.isEmpty() && latest.isEmpty();
    }
}
