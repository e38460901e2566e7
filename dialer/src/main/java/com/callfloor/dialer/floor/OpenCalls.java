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
final class OpenCalls {
    private final Map<AttemptId, OpenCall> byId = new LinkedHashMap<>();

    void add(OpenCall call) {
        byId.put(call.id, call);
    }

    void remove(OpenCall call) {
        byId.remove(call.id);
    }

    Optional<OpenCall> find(AttemptId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<OpenCall> all() {
        return List.copyOf(byId.values());
    }

    int underway() {
        return (int) byId.values().stream().filter(OpenCall::mayStillNeedAnAgent).count();
    }

    /** Who has waited longest. */
    Optional<OpenCall> longestWaiting() {
        return byId.values()
                .stream()
                .filter(call -> call.state() instanceof CallState.Waiting)
                .min(Comparator.comparing(call -> call.state().since()));
    }
}
