package com.callfloor.dialer.floor;

import java.time.Instant;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.Transfer;

/** A debtor goes from one agent to somebody else for good. Confined to the floor's thread. */
final class HandOvers {
    private final FactJournal journal;
    private final AgentMoves agentMoves;
    private final RecordingPauses recordingPauses;
    private final Announcer announcer;

    HandOvers(FactJournal journal, AgentMoves agentMoves, RecordingPauses recordingPauses, Announcer announcer) {
        this.journal = journal;
        this.agentMoves = agentMoves;
        this.recordingPauses = recordingPauses;
        this.announcer = announcer;
    }

    /** {@code leg} is the one that the debtor is with now; {@code askedAt}: when it was begun. */
    void done(OpenCall call, AgentDesk from, Invitee to, LegId leg, TransferKind kind, Instant askedAt, Instant at) {
        recordingPauses.end(call);
        journal.write(new FloorFact.Transferred(at, call.id, askedAt, kind, from.agent().id(), to.who().id(), null,
                to.hasDesk()));
        to.takes(call, leg, at);
        // The first agent goes on seeing whose case it was, for the note that is still due.
        call.transfer(new Transfer(kind, from.agent(), to.who(), askedAt, Transfer.Stage.TAKEN));
        announcer.screenPopped(from, call);
        if (from.isOn(call.id)) {
            agentMoves.move(from, new AgentState.WrapUp(at, call.id));
        }
        call.transfer(null);
        announcer.callChanged(call);
    }
}
