package com.callfloor.dialer.floor;

import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;

/** Finds whoever is asked into a talk. Confined to the floor's thread. */
final class Invitees {
    private final Pbx pbx;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final Guests guests;
    private final TakeOvers takeOvers;
    private final Pops pops;
    private final Announcer announcer;

    Invitees(Pbx pbx, AgentDesks desks, AgentMoves agentMoves, Guests guests, TakeOvers takeOvers, Pops pops,
            Announcer announcer) {
        this.pbx = pbx;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.guests = guests;
        this.takeOvers = takeOvers;
        this.pops = pops;
        this.announcer = announcer;
    }

    Optional<Invitee> agent(AgentId id) {
        return desks.find(id).map(desk -> new DeskInvitee(desk, pbx, agentMoves, pops, announcer));
    }

    Invitee supervisor(Agent supervisor) {
        return new GuestInvitee(supervisor, guests, takeOvers, pops, announcer);
    }

    /** Whose leg is in this call beside its agent's, as a list of the PBX's shows. */
    Invitee found(LegId leg, OpenCall call) {
        return agent(leg.agent()).orElseGet(() -> {
            Agent supervisor = call.guest(leg);
            guests.adopt(leg, call.id, supervisor);
            return supervisor(supervisor);
        });
    }

    /** Nobody asks them into anything any more: what they have now is theirs. */
    void settled(AgentId person) {
        guests.forget(person);
    }
}
