package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Collection;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is left once a list of the PBX's was compared with the floor. Confined to the floor's thread. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Pbx pbx;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;

    Leftovers(Pbx pbx, OpenCalls calls, AgentDesks desks, AgentMoves agentMoves) {
        this.pbx = pbx;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
    }

    /** Channels that the books know as closed must not go on. */
    void end(Collection<AttemptId> orphans) {
        orphans.forEach(orphan -> {
            LOG.warn("attempt {} is alive on the PBX and closed in the books: ended", orphan);
            pbx.hangUp(orphan);
        });
    }

    /** A lost call was to be wrapped up by its own agent only: the third of a talk of three, before a restart, has nothing to do. */
    void freeOthers(OpenCall lost, Instant at) {
        lost.agent()
                .ifPresent(own -> desks.all()
                        .stream()
                        .filter(desk -> desk.isOn(lost.id) && !desk.agent().id().equals(own))
                        .forEach(desk -> agentMoves.free(desk, at)));
    }

    /**
     * An agent whose call is not among the living any more has only its wrap-up left to do; one who was asked about a call of
     * another when nobody watched, nothing.
     */
    void settleAgents(Instant at) {
        for (AgentDesk desk : desks.all()) {
            if (desk.state() instanceof AgentState.OnCall onCall && calls.find(onCall.attempt()).isEmpty()) {
                agentMoves.move(desk, new AgentState.WrapUp(at, onCall.attempt()));
            } else if (desk.state() instanceof AgentState.OnCall onCall && calls.find(onCall.attempt())
                    .filter(call -> call.transfer().isEmpty() && call.conference().isEmpty())
                    .flatMap(OpenCall::agent)
                    .filter(agent -> !agent.equals(desk.agent().id()))
                    .isPresent()) {
                agentMoves.free(desk, at);
            }
        }
    }
}
