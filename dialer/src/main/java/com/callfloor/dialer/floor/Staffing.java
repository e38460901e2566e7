package com.callfloor.dialer.floor;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;

/** Who works on the floor, as administrators change it while it runs. Confined to the floor's thread. */
final class Staffing {
    private final InstantSource clock;
    private final AgentDesks desks;
    private final Wishes wishes;
    private final Legs legs;
    private final Headsets headsets;
    private final Announcer showing;
    /** Of those who chose another phone than the one that the staff records give them. */
    private final Map<AgentId, Chosen> chosen = new HashMap<>();

    /** {@code own}: the phone that the staff records gave then; under another one the choice is worth nothing. */
    private record Chosen(Extension phone, Extension own) {}

    private final Map<AgentId, Extension> listedPhones = new HashMap<>();

    Staffing(InstantSource clock, AgentDesks desks, Wishes wishes, Legs legs, Headsets headsets, Announcer showing) {
        this.clock = clock;
        this.desks = desks;
        this.wishes = wishes;
        this.legs = legs;
        this.headsets = headsets;
        this.showing = showing;
    }

    /** These are the agents now. Whoever left keeps a desk, signed out, until the next start: calls still name them. */
    void now(List<Agent> agents) {
        agents.forEach(this::here);
        Set<AgentId> stay = agents.stream().map(Agent::id).collect(Collectors.toUnmodifiableSet());
        chosen.keySet().retainAll(stay);
        for (AgentDesk desk : desks.all()) {
            if (!stay.contains(desk.agent().id()) && !(desk.state() instanceof AgentState.SignedOut)) {
                wishes.agentState(desk.agent().id(), new AgentWish.SignedOut());
            }
        }
    }

    FloorReply headset(AgentId id, Extension phone) {
        Optional<AgentDesk> found = desks.find(id);
        if (found.isEmpty()) {
            return new Refused(Refusal.NO_SUCH_AGENT, "the floor knows no such agent");
        }
        AgentDesk desk = found.get();
        if (desk.agent().extension().equals(phone)) {
            return new Accepted();
        }
        if (desk.busy()) {
            return new Refused(Refusal.NOT_NOW, "finish the call and its wrap-up first, then change the headset");
        }
        chosen.put(id, new Chosen(phone, listedPhones.getOrDefault(id, desk.agent().extension())));
        legs.drop(desk);
        desk.rename(with(desk.agent(), phone));
        showing.agentChanged(desk);
        return new Accepted();
    }

    private static Agent with(Agent agent, Extension phone) {
        return new Agent(agent.id(), agent.login(), agent.name(), phone);
    }

    private void here(Agent listed) {
        listedPhones.put(listed.id(), listed.extension());
        Chosen choice = chosen.get(listed.id());
        if (choice != null && !choice.own().equals(listed.extension())) {
            chosen.remove(listed.id());
            choice = null;
        }
        Agent agent = with(listed, choice == null ? listed.extension() : choice.phone());
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
