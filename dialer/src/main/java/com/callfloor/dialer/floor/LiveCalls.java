package com.callfloor.dialer.floor;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;

/** Every attempt that is not closed. Confined to the floor's thread. */
final class LiveCalls {
    private final Map<AttemptId, LiveCall> byId = new LinkedHashMap<>();

    void add(LiveCall call) {
        byId.put(call.id, call);
    }

    void remove(LiveCall call) {
        byId.remove(call.id);
    }

    Optional<LiveCall> find(AttemptId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<LiveCall> all() {
        return List.copyOf(byId.values());
    }

    int underway() {
        return (int) byId.values().stream().filter(LiveCall::mayStillNeedAnAgent).count();
    }

    /** Who has waited longest. */
    Optional<LiveCall> longestWaiting() {
        return byId.values().stream()
                .filter(call -> call.state() instanceof CallState.Waiting)
                .min(Comparator.comparing(call -> call.state().since()));
    }
}
