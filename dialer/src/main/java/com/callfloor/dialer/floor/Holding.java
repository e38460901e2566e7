package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;

import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a phone which may ring only while an agent is held for it stops ringing when there is none: whoever was
 * left without an agent before must not be left so again. Confined to the floor's thread.
 */
final class Holding {
    static final Words AGENT_LEFT = new Words("its held agent left", "为其保留的坐席已离开");

    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

    private final Clock clock;
    private final Pbx pbx;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final FloorGate gate;

    Holding(Clock clock, Pbx pbx, OpenCalls calls, AgentDesks desks, FloorGate gate) {
        this.clock = clock;
        this.pbx = pbx;
        this.calls = calls;
        this.desks = desks;
        this.gate = gate;
    }

    /** Holds another agent for each call whose own is gone, or ends the call before it is answered. */
    void tend() {
        // Without a link nobody hears of a hang-up, and before the snapshot no leg of a restarted dialer is known.
        if (!gate.linkUp()) {
            return;
        }
        for (OpenCall call : calls.all()) {
            if (call.agentMustBeHeld && mayStillRing(call) && !desks.hold(call.id)) {
                LOG.warn("attempt {} is ended before its debtor answers: {}", call.id, AGENT_LEFT.en());
                Instant now = clock.instant();
                call.noteEnd(AGENT_LEFT);
                call.markHangUpAsked(now);
                pbx.hangUp(call.id);
            }
        }
    }

    private static boolean mayStillRing(OpenCall call) {
        boolean unanswered = call.state() instanceof CallState.Dialing || call.state() instanceof CallState.Ringing;
        return unanswered && call.hangUpAskedAt().isEmpty();
    }
}
