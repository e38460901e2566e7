package com.callfloor.dialer.floor;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.supervision.AgentWish;

/** Who works on the floor, as administrators change it while it runs. Confined to the floor's thread. */
final class Staffing {
    private final InstantSource clock;
    private final AgentDesks desks;
    private final Wishes wishes;
    private final Headsets headsets;
    private final Announcer showing;

    Staffing(InstantSource clock, AgentDesks desks, Wishes wishes, Headsets headsets, Announcer showing) {
        this.clock = clock;
        this.desks = desks;
        this.wishes = wishes;
        this.headsets = headsets;
        this.showing = showing;
    }

    /** These are the agents now. Whoever left keeps a desk, signed out, until the next start: calls still name them. */
    void now(List<Agent> agents) {
        agents.forEach(this::here);
        Set<AgentId> stay = agents.stream().map(Agent::id).collect(Collectors.toUnmodifiableSet());
        for (AgentDesk desk : desks.all()) {
            if (!stay.contains(desk.agent().id()) && !(desk.state() instanceof AgentState.SignedOut)) {
                wishes.agentState(desk.agent().id(), new AgentWish.SignedOut());
            }
        }
    }

    private void here(Agent agent) {
        Optional<AgentDesk> known = desks.find(agent.id());
        if (known.filter(desk -> desk.agent().equals(agent)).isPresent()) {
            return;
        }
        AgentDesk desk = known.orElseGet(() -> new AgentDesk(agent, new AgentState.SignedOut(clock.instant()), headsets,
                clock.instant()));
        desk.rename(agent);
        desks.add(desk);
        showing.agentChanged(desk);
    }
}
