package com.callfloor.dialer.floor;

import java.time.Instant;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Heard;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.trunks.Trunks;

/** Puts agents and calls back to where the books had them when the last dialer ended. */
final class Reopening {
    private final AgentDesks desks;
    private final OpenCalls calls;
    private final Trunks trunks;
    private final AnsweringMachines machines;
    private final Headsets headsets;

    Reopening(AgentDesks desks, OpenCalls calls, Trunks trunks, FloorSettings settings) {
        this.trunks = trunks;
        this.desks = desks;
        this.calls = calls;
        this.machines = settings.machines();
        this.headsets = settings.phones().headsets();
    }

    void of(FloorStart start, Instant now) {
        start.agents().forEach(agent -> {
            AgentState state = start.lastStates().getOrDefault(agent.id(), new AgentState.SignedOut(now));
            desks.add(new AgentDesk(agent, state, headsets, now));
        });
        trunks.recall(start.shownCalls());
        start.openAttempts().forEach(open -> {
            calls.add(call(open));
            trunks.adopt(open.id());
        });
    }

    private OpenCall call(OpenAttempt open) {
        // The books do not say whether an agent must be held for it: as long as it rings, one is, in any case.
        var call = new OpenCall(open.id(), open.card(), open.number(), open.purpose(), true, PastAgents.NONE, 1,
                new CallState.Dialing(open.reservedAt()));
        if (open.earlyMedia()) {
            call.markHeard(Heard.EARLY_MEDIA);
        }
        if (open.rangAt() != null) {
            call.markHeard(Heard.RINGING);
        }
        if (open.answeredAt() != null) {
            call.markAnswered(open.answeredAt());
            // Whom the PBX may still be listening to must not be joined; if it has done so, its message comes in a moment.
            call.move(machines.detected()
                    ? new CallState.Detecting(open.answeredAt())
                    : new CallState.Waiting(open.answeredAt()));
        }
        if (open.connectedAt() != null && open.agent() != null) {
            call.markConnected(open.connectedAt());
            call.assign(open.agent());
            call.move(new CallState.Connected(open.connectedAt()));
            if (open.takenOverBy() != null) {
                call.takeOver(open.takenOverBy());
            }
            call.recall(open.third());
        }
        if (open.talkEndedAt() != null) {
            call.markTalkEnded(open.talkEndedAt());
            call.release();
            call.move(new CallState.Asking(open.talkEndedAt()));
        }
        return call;
    }
}
