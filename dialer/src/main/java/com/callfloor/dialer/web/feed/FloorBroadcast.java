package com.callfloor.dialer.web.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import com.callfloor.dialer.supervision.FloorSnapshot;
import io.vertx.core.Vertx;

/**
 * Tells everybody who watches the floor what changed: at once, and then at most once a period, however much changes. The
 * text is made once for all of them. For one thread.
 */
final class FloorBroadcast {
    private final Vertx vertx;
    private final Duration period;
    private final Supplier<FloorSnapshot> floor;
    private final Supplier<Collection<FeedConnection>> watchers;
    private final Set<FeedKind> changed = EnumSet.noneOf(FeedKind.class);
    private boolean pausing;

    FloorBroadcast(Vertx vertx, Duration period, Supplier<FloorSnapshot> floor,
            Supplier<Collection<FeedConnection>> watchers) {
        this.vertx = vertx;
        this.period = period;
        this.floor = floor;
        this.watchers = watchers;
    }

    /** The counts of the floor change with everything on it. */
    void changed(FeedKind kind) {
        changed.add(kind);
        changed.add(FeedKind.FLOOR);
        if (!pausing) {
            send();
        }
    }

    private void send() {
        pausing = true;
        vertx.setTimer(period.toMillis(), over -> {
            pausing = false;
            if (!changed.isEmpty()) {
                send();
            }
        });
        Collection<FeedConnection> all = watchers.get();
        if (!all.isEmpty()) {
            FloorSnapshot now = floor.get();
            changed.forEach(kind -> {
                String text = text(kind, now);
                all.forEach(watcher -> watcher.update(kind, text));
            });
        }
        changed.clear();
    }

    static String text(FeedKind kind, FloorSnapshot floor) {
        return switch (kind) {
            case FLOOR -> FeedMessages.floor(floor);
            case AGENTS -> FeedMessages.agents(floor);
            case CALLS -> FeedMessages.calls(floor);
            case SETTINGS -> FeedMessages.settings();
            case ALERTS -> throw new IllegalArgumentException("alerts are no part of the floor's picture");
            case AGENT -> throw new IllegalArgumentException("one agent's state is not for everybody");
        };
    }
}
