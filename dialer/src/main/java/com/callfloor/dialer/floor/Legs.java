package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.LegId;

/** Keeps a nailed-up leg to every agent who is signed in. Confined to the floor's thread. */
final class Legs {
    private static final Duration LONGEST_RING = Duration.ofSeconds(40);

    private final Clock clock;
    private final Pbx pbx;
    private final AgentDesks desks;
    private final FloorGate gate;
    private final Announcer announcer;

    Legs(Clock clock, Pbx pbx, AgentDesks desks, FloorGate gate, Announcer announcer) {
        this.clock = clock;
        this.pbx = pbx;
        this.desks = desks;
        this.gate = gate;
        this.announcer = announcer;
    }

    /** Rings whoever has no leg and wants one; gives up a ring that nothing was heard of. */
    void tend() {
        Instant now = clock.instant();
        for (AgentDesk desk : desks.all()) {
            if (desk.leg() instanceof AgentLeg.Ringing ringing && now.isAfter(ringing.since().plus(LONGEST_RING))) {
                pbx.hangUp(ringing.id());
                desk.legDown(now);
                announcer.agentChanged(desk);
            }
            if (gate.linkUp() && desk.mustBeRung(now)) {
                LegId leg = new LegId(desk.agent().id(), now.toEpochMilli());
                desk.legRinging(new AgentLeg.Ringing(leg, now));
                pbx.ringAgent(leg, desk.agent().extension());
                announcer.agentChanged(desk);
            }
        }
    }

    void up(LegId leg, Instant at) {
        desks.find(leg.agent()).ifPresentOrElse(desk -> {
            boolean expected = switch (desk.leg()) {
                case AgentLeg.Ringing ringing -> ringing.id().equals(leg);
                case AgentLeg.Up up -> up.id().equals(leg);
                case AgentLeg.Down down -> false;
            };
            if (!expected || !desk.wantsALeg()) {
                pbx.hangUp(leg);
                return;
            }
            desk.legUp(new AgentLeg.Up(leg, at));
            announcer.agentChanged(desk);
        }, () -> pbx.hangUp(leg));
    }

    void down(LegId leg, Instant at) {
        desks.find(leg.agent()).ifPresent(desk -> {
            boolean ours = switch (desk.leg()) {
                case AgentLeg.Ringing ringing -> ringing.id().equals(leg);
                case AgentLeg.Up up -> up.id().equals(leg);
                case AgentLeg.Down down -> false;
            };
            if (ours) {
                desk.legDown(at);
                announcer.agentChanged(desk);
            }
        });
    }

    /** The agent signed out. */
    void drop(AgentDesk desk) {
        switch (desk.leg()) {
            case AgentLeg.Ringing ringing -> pbx.hangUp(ringing.id());
            case AgentLeg.Up up -> pbx.hangUp(up.id());
            case AgentLeg.Down down -> {
            }
        }
        desk.legDown(clock.instant());
    }
}
