package com.callfloor.dialer.pbx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Every channel of ours that is asked for or alive, by its id. Confined to the dispatch thread. */
final class ChannelBook {
    private final Map<String, LiveChannel> channels = new LinkedHashMap<>();

    Optional<LiveChannel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** The channel of this id, entered now if it is one of ours that was not known; empty if it is none of ours. */
    Optional<LiveChannel> findOrAdopt(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<LiveChannel> known = find(id);
        return known.isPresent() ? known : Party.of(id).map(party -> enter(id, party));
    }

    LiveChannel enter(String id, Party party) {
        LiveChannel channel = new LiveChannel(id, party);
        channels.put(id, channel);
        return channel;
    }

    void remove(LiveChannel channel) {
        channels.remove(channel.id, channel);
    }

    /** The others of our channels in the bridge that {@code one} is in: one, or two in a room. */
    List<LiveChannel> inSameBridge(LiveChannel one) {
        String bridge = one.bridge;
        if (bridge == null) {
            return List.of();
        }
        return channels.values().stream().filter(other -> other != one && bridge.equals(other.bridge)).toList();
    }

    boolean isWithDebtor(LiveChannel agent) {
        return inSameBridge(agent).stream().anyMatch(other -> other.party instanceof Party.Debtor);
    }

    Collection<LiveChannel> all() {
        return List.copyOf(channels.values());
    }

    void clear() {
        channels.clear();
    }
}
