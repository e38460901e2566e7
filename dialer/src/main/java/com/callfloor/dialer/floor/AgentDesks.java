package com.callfloor.dialer.floor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentChoice;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AttemptId;

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

    /** Who could take a call now. */
    Set<AgentId> free() {
        return byId.values()
                .stream()
                .filter(AgentDesk::available)
                .map(desk -> desk.agent().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keeps an agent free for this call, unless one is already; false if nobody is left to be held. */
    boolean hold(AttemptId attempt) {
        if (heldFor(attempt).isPresent()) {
            return true;
        }
        Optional<AgentDesk> idle = longestIdle();
        idle.ifPresent(desk -> desk.holdFor(attempt));
        return idle.isPresent();
    }

    void release(AttemptId attempt) {
        heldFor(attempt).ifPresent(AgentDesk::letGo);
    }

    Optional<AgentDesk> heldFor(AttemptId attempt) {
        return byId.values().stream().filter(desk -> desk.heldFor().filter(attempt::equals).isPresent()).findFirst();
    }

    /** The calls that an agent is kept free for and does not have yet. */
    Set<AttemptId> held() {
        return byId.values()
                .stream()
                .filter(AgentDesk::idle)
                .flatMap(desk -> desk.heldFor().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the legs in a call its agent's, if that is there; else another with a desk, else any. */
    LegId partnerOf(OpenCall call, List<LegId> legs) {
        return legs.stream()
                .filter(leg -> call.agent().filter(leg.agent()::equals).isPresent())
                .findFirst()
                .or(() -> legs.stream().filter(leg -> find(leg.agent()).isPresent()).findFirst())
                .orElseGet(legs::getFirst);
    }

    /** Everybody, as a choice for this call; {@code skills} of all agents. */
    List<AgentChoice.Candidate> candidatesFor(AttemptId attempt, Skills skills) {
        return byId.values().stream().map(desk -> desk.candidateFor(attempt, skills)).toList();
    }

    /** The fairest choice: who has been free longest takes the next call. */
    Optional<AgentDesk> longestIdle() {
        return byId.values()
                .stream()
                .filter(AgentDesk::available)
                .min(Comparator.comparing(desk -> desk.state().since()));
    }
}
