package com.callfloor.dialer.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Collects the reply to one CoreShowChannels from the stream of events, so that it keeps its place among them. Confined
 * to the dispatch thread.
 */
final class SnapshotReader {
    private static final int UP = 6;
    private static final int RINGING = 5;

    /** One channel of any owner, as the PBX lists it. */
    record Row(String id, String name, int state, @Nullable String bridge, boolean inHold, boolean room) {
        Row(String id, String name, int state, @Nullable String bridge) {
            this(id, name, state, bridge, false, false);
        }

        /** It stays at the place of the hold when it is bridged from there. */
        boolean held() {
            return inHold && bridge == null;
        }

        boolean up() {
            return state == UP;
        }

        boolean rings() {
            return state == RINGING;
        }
    }

    private final String actionId;
    /** When it was asked for; {@link System#nanoTime}. */
    private final long askedNanos = System.nanoTime();
    private final List<Row> rows = new ArrayList<>();

    SnapshotReader(String actionId) {
        this.actionId = actionId;
    }

    String actionId() {
        return actionId;
    }

    long askedNanos() {
        return askedNanos;
    }

    /** Every channel, once the event that ends the list has come. */
    Optional<List<Row>> read(ManagerEvent event) {
        if (event instanceof CoreShowChannelEvent channel && actionId.equals(channel.getActionId())) {
            if (channel.getUniqueid() != null && channel.getChannel() != null) {
                String bridge = channel.getBridgeid();
                rows.add(new Row(channel.getUniqueid(), channel.getChannel(),
                        Objects.requireNonNullElse(channel.getChannelState(), 0),
                        bridge == null || bridge.isEmpty() ? null : bridge,
                        AmiActions.isHold(channel.getContext()), AmiActions.isRoom(channel.getApplication())));
            }
        } else if (event instanceof CoreShowChannelsCompleteEvent end && actionId.equals(end.getActionId())) {
            return Optional.of(List.copyOf(rows));
        }
        return Optional.empty();
    }
}
