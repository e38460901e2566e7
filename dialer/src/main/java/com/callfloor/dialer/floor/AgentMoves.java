package com.callfloor.dialer.floor;

import java.time.Instant;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.supervision.AgentWish;

/** Every change of an agent's state goes through here: it is written, counted and shown. */
final class AgentMoves {
    private final FactJournal journal;
    private final Tallies tallies;
    private final Pacer pacer;
    private final Legs legs;
    private final Announcer announcer;

    AgentMoves(FactJournal journal, Tallies tallies, Pacer pacer, Legs legs, Announcer announcer) {
        this.journal = journal;
        this.tallies = tallies;
        this.pacer = pacer;
        this.legs = legs;
        this.announcer = announcer;
    }

    void move(AgentDesk desk, AgentState next) {
        tallies.agentLeft(desk.state(), next.since());
        pacer.agentLeaves(desk, next.since());
        desk.move(next);
        journal.write(new FloorFact.AgentMoved(next.since(), desk.agent().id(), next));
        announcer.agentChanged(desk);
    }

    /** The agent's call is over and done with: what the agent asked for meanwhile begins. */
    void free(AgentDesk desk, Instant at) {
        follow(desk, desk.next().orElse(new AgentWish.Ready()), at);
    }

    void follow(AgentDesk desk, AgentWish wish, Instant at) {
        switch (wish) {
            case AgentWish.Ready ready -> move(desk, new AgentState.Ready(at));
            case AgentWish.Break away -> move(desk, new AgentState.OnBreak(at, away.reason().code()));
            case AgentWish.SignedOut out -> {
                legs.drop(desk);
                move(desk, new AgentState.SignedOut(at));
            }
        }
    }
}
