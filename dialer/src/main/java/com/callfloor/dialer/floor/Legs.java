package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.CallState;

/**
 * Keeps a nailed-up leg to every agent who is signed in; the phones of agents who are rung per call it rings for their calls
 * only, and hangs them up after. Confined to the floor's thread.
 */
final class Legs {
    /** The PBX gives a phone up before. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(40);

    private final AgentPhones phones;
    private final Clock clock;
    private final Pbx pbx;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final FloorGate gate;
    private final Campaigns campaigns;
    private final Announcer announcer;

    Legs(AgentPhones phones, Clock clock, Pbx pbx, OpenCalls calls, AgentDesks desks, FloorGate gate,
            Campaigns campaigns,
            Announcer announcer) {
        this.phones = phones;
        this.clock = clock;
        this.pbx = pbx;
        this.calls = calls;
        this.desks = desks;
        this.gate = gate;
        this.campaigns = campaigns;
        this.announcer = announcer;
    }

    /** Rings whoever has no leg and wants one; gives up a ring that nothing was heard of. */
    void tend() {
        // Without a link nothing is heard of a phone, whoever picks it up: the next snapshot tells.
        if (!gate.linkUp()) {
            return;
        }
        Instant now = clock.instant();
        Duration longest = phones.rungPerCall() ? phones.longestRing() : LONGEST_RING;
        for (AgentDesk desk : desks.all()) {
            if (desk.leg() instanceof AgentLeg.Ringing ringing && now.isAfter(ringing.since().plus(longest))) {
                pbx.hangUp(ringing.id());
                desk.legDown(now);
                announcer.agentChanged(desk);
            }
            if (desk.mayBeRung(now) && mustBeRung(desk)) {
                LegId leg = new LegId(desk.agent().id(), now.toEpochMilli());
                desk.legRinging(new AgentLeg.Ringing(leg, now));
                pbx.ringAgent(leg, desk.agent().extension());
                announcer.agentChanged(desk);
            }
        }
    }

    private boolean mustBeRung(AgentDesk desk) {
        return !phones.rungPerCall() || hasADebtorOnHold(desk)
                || (desk.state() instanceof AgentState.Ready && (desk.summoned() || campaigns.dialsAhead()));
    }

    /** Who waits for this agent, and for nobody else. */
    private boolean hasADebtorOnHold(AgentDesk desk) {
        return desk.state() instanceof AgentState.OnCall onCall && calls.find(onCall.attempt())
                .filter(call -> call.state() instanceof CallState.Held)
                .isPresent();
    }

    /** Hangs up the phones of agents who are rung per call and have none now, nor are about to. */
    void relieve() {
        // Without a link nobody hears of a hang-up.
        if (!phones.rungPerCall() || !gate.linkUp()) {
            return;
        }
        // Of another mode, which dialed ahead: their debtors may still need whoever is on the line.
        int needed = calls.underwayWithout(desks.held());
        for (AgentDesk desk : desks.all()) {
            if (!isOffHook(desk) || mayStay(desk)) {
                continue;
            }
            if (desk.available() && needed > 0) {
                needed--;
            } else {
                drop(desk);
                announcer.agentChanged(desk);
            }
        }
    }

    private static boolean isOffHook(AgentDesk desk) {
        return switch (desk.leg()) {
            case AgentLeg.Ringing ringing -> true;
            case AgentLeg.Up up -> true;
            case AgentLeg.Down down -> false;
            case AgentLeg.OnHook onHook -> false;
        };
    }

    private boolean mayStay(AgentDesk desk) {
        return switch (desk.state()) {
            case AgentState.OnCall onCall -> true;
            case AgentState.Ready ready -> desk.heldFor().isPresent() || campaigns.dialsAhead();
            case AgentState.WrapUp wrapUp -> desk.next().isEmpty() && campaigns.dialsAhead();
            case AgentState.OnBreak away -> false;
            case AgentState.SignedOut out -> false;
        };
    }

    void up(LegId leg, Instant at) {
        desks.find(leg.agent()).ifPresentOrElse(desk -> {
            boolean expected = switch (desk.leg()) {
                case AgentLeg.Ringing ringing -> ringing.id().equals(leg);
                case AgentLeg.Up up -> up.id().equals(leg);
                case AgentLeg.Down down -> false;
                case AgentLeg.OnHook onHook -> false;
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
                case AgentLeg.OnHook onHook -> false;
            };
            if (ours) {
                desk.legDown(at);
                announcer.agentChanged(desk);
            }
        });
    }

    /** The agent signed out, or is not needed on the phone any more. */
    void drop(AgentDesk desk) {
        switch (desk.leg()) {
            case AgentLeg.Ringing ringing -> pbx.hangUp(ringing.id());
            case AgentLeg.Up up -> pbx.hangUp(up.id());
            case AgentLeg.Down down -> {
            }
            case AgentLeg.OnHook onHook -> {
            }
        }
        desk.legDropped(clock.instant());
    }
}
