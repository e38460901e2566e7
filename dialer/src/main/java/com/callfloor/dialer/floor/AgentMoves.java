package com.callfloor.dialer.floor;

import com.callfloor.dialer.agents.AgentState;

/** Every change of an agent's state goes through here: it is written, counted and shown. */
final class AgentMoves {
    private final FactJournal journal;
    private final Tallies tallies;
    private final Pacer pacer;
    private final Announcer announcer;

    AgentMoves(FactJournal journal, Tallies tallies, Pacer pacer, Announcer announcer) {
        this.journal = journal;
        this.tallies = tallies;
        this.pacer = pacer;
        this.announcer = announcer;
    }

    void move(AgentDesk desk, AgentState next) {
        tallies.agentLeft(desk.state(), next.since());
        pacer.agentLeft(desk.state(), next.since());
        desk.move(next);
        journal.write(new FloorFact.AgentMoved(next.since(), desk.agent().id(), next));
        announcer.agentChanged(desk);
    }
}
