package com.callfloor.dialer.floor;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Calls that need an agent out of those who are free for any call; those in {@code held} have their own. */
    int underwayWithout(Set<AttemptId> held) {
        return (int) byId.values()
                .stream()
                .filter(call -> call.mayStillNeedAnAgent() && !held.contains(call.id))
                .count();
    }

    /** Who waits, the longest first; whoever was left without an agent before comes before all others. */
    List<OpenCall> waiting() {
        return byId.values()
                .stream()
                .filter(call -> call.state() instanceof CallState.Waiting)
                .sorted(Comparator.comparing((OpenCall call) -> !call.agentMustBeHeld)
                        .thenComparing(call -> call.state().since()))
                .toList();
    }
}
