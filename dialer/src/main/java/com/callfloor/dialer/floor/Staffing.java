package com.callfloor.dialer.floor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import com.callfloor.dialer.supervision.FloorReply.Refused;

/** Who works on the floor, as administrators change it while it runs. Confined to the floor's thread. */
final class Staffing {
    private final InstantSource clock;
    private final AgentDesks desks;
    private final Wishes wishes;
    private final Legs legs;
    private final Headsets headsets;
    private final Announcer showing;

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
        for (AgentDesk desk : desks.all()) {
            if (!stay.contains(desk.agent().id())) {
                desk.forgetChoice();
                if (!(desk.state() instanceof AgentState.SignedOut)) {
                    wishes.agentState(desk.agent().id(), new AgentWish.SignedOut());
                }
            }
        }
    }

    /** Its leg is dead, whatever the PBX believes, and a phone that comes back is rung soon. */
    void phoneGone(Extension phone) {
        desks.all().stream().filter(desk -> desk.agent().extension().equals(phone)).forEach(desk -> {
            legs.drop(desk);
            showing.agentChanged(desk);
        });
    }

    FloorReply headset(AgentId id, Extension phone) {
        Optional<AgentDesk> found = desks.find(id);
        if (found.isEmpty()) {
            return Refused.noSuchAgent();
        }
        AgentDesk desk = found.get();
        if (desk.agent().extension().equals(phone)) {
            return new Accepted();
        }
        if (desk.busy()) {
            return Refused.notNow("finish the call and its wrap-up first, then change the headset",
                    "请先结束通话和话后处理，再更换耳机");
        }
        legs.drop(desk);
        desk.choose(phone);
        showing.agentChanged(desk);
        return new Accepted();
    }

    private void here(Agent listed) {
        AgentDesk desk = desks.find(listed.id()).orElse(null);
        if (desk == null) {
            Instant now = clock.instant();
            desk = new AgentDesk(listed, new AgentState.SignedOut(now), headsets, now);
            desks.add(desk);
            showing.agentChanged(desk);
            return;
        }
        Agent before = desk.agent();
        desk.list(listed);
        if (!desk.agent().equals(before)) {
            showing.agentChanged(desk);
        }
    }
}
