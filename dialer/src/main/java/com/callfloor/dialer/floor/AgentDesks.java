package com.callfloor.dialer.floor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.callfloor.dialer.agents.AgentId;

/** Every agent of the floor. Confined to the floor's thread. */
final class AgentDesks {
    private final Map<AgentId, AgentDesk> byId = new TreeMap<>();

    void add(AgentDesk desk) {
        byId.put(desk.agent().id(), desk);
    }

    Optional<AgentDesk> find(AgentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<AgentDesk> all() {
        return List.copyOf(byId.values());
    }

    int available() {
        return (int) byId.values().stream().filter(AgentDesk::available).count();
    }

    /** The fairest choice: who has been free longest takes the next call. */
    Optional<AgentDesk> longestIdle() {
        return byId.values()
                .stream()
                .filter(AgentDesk::available)
                .min(Comparator.comparing(desk -> desk.state().since()));
    }
}
