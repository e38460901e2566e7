package com.callfloor.dialer.store;

import com.callfloor.dialer.floor.FloorFact;

/** A fact with its place in the journal. */
record JournalEntry(long number, FloorFact fact) {
    /** For logs: what happened to which attempt or agent, and nothing that a person wrote or is called. */
    @Override
    public String toString() {
        String what = switch (fact) {
            case FloorFact.Closed closed -> "Closed " + closed.attempt() + " as " + closed.outcome().code() + ", cause "
                    + closed.cause().q850() + ", next call " + closed.nextCallAt();
            case FloorFact.Connected connected -> "Connected " + connected.attempt() + " with agent "
                    + connected.agent().value();
            case FloorFact.PassedOn passed -> "PassedOn " + passed.attempt() + " to agent " + passed.agent().value();
            case FloorFact.Disposed disposed -> "Disposed " + disposed.attempt() + " by agent "
                    + disposed.agent().value() + " as " + disposed.wrapUp().disposition().code();
            case FloorFact.AgentMoved moved -> "AgentMoved " + moved.agent().value() + " to " + moved.state().code();
            case FloorFact.Skipped skipped -> "Skipped case " + skipped.caseId().value() + " by agent "
                    + skipped.agent().value() + ", " + skipped.reason().code();
            case FloorFact.PutBack back -> "PutBack case " + back.caseId().value();
            case FloorFact.AttemptFact other -> other.getClass().getSimpleName() + " " + other.attempt();
        };
        return "fact " + number + ": " + what + " at " + fact.at();
    }
}
