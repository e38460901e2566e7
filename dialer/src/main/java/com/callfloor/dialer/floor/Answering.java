package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.CallState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the debtor's answer to the conversation. Confined to the floor's thread. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final Tallies tallies;
    private final Announcer announcer;
    private final AnsweringMachines machines;

    Answering(Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks, AgentMoves agentMoves,
            Tallies tallies, Announcer announcer, AnsweringMachines machines) {
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.tallies = tallies;
        this.announcer = announcer;
        this.machines = machines;
    }

    void answered(OpenCall call, Instant at) {
        if (call.answeredAt().isPresent()) {
            return;
        }
        call.markAnswered(at);
        if (machines.detected()) {
            call.move(new CallState.Detecting(at));
        } else {
            seek(call, at);
        }
        journal.write(new FloorFact.Answered(at, call.id));
        tallies.answered();
        announcer.callChanged(call);
    }

    /** The PBX has listened: a person is put through now, and a machine needs no agent. */
    void detected(OpenCall call, AnsweredBy by, Instant at) {
        if (!(call.state() instanceof CallState.Detecting)) {
            return;
        }
        if (by == AnsweredBy.MACHINE) {
            call.move(new CallState.OnMachine(at));
            desks.release(call.id);
        } else {
            seek(call, at);
        }
        journal.write(new FloorFact.Detected(at, call.id, by));
        announcer.callChanged(call);
    }

    private void seek(OpenCall call, Instant at) {
        call.move(new CallState.Waiting(at));
        // The PBX hears of the agent first: every other thing can wait, the debtor cannot.
        Optional<AgentDesk> chosen = desks.heldFor(call.id).or(desks::longestIdle);
        chosen.ifPresent(desk -> join(call, desk, at));
    }

    /** An agent became free: whoever has waited longest is served. */
    void serveWaiting() {
        while (true) {
            Optional<OpenCall> call = calls.longestWaiting();
            Optional<AgentDesk> desk = desks.longestIdle();
            if (call.isEmpty() || desk.isEmpty()) {
                return;
            }
            join(call.get(), desk.get(), clock.instant());
        }
    }

    private void join(OpenCall call, AgentDesk desk, Instant at) {
        if (!(desk.leg() instanceof AgentLeg.Up up)) {
            throw new IllegalStateException("only an agent with a leg can take a call");
        }
        pbx.connect(call.id, up.id());
        call.assign(desk.agent().id());
        call.move(new CallState.Connecting(at));
        agentMoves.move(desk, new AgentState.OnCall(at, call.id));
        announcer.screenPopped(desk, call);
        announcer.callChanged(call);
    }

    void connected(OpenCall call, AgentId agent, Instant at) {
        if (call.connectedAt().isPresent()) {
            return;
        }
        if (call.agent().isEmpty() && !takeBack(call, agent, at)) {
            pbx.hangUp(call.id);
            return;
        }
        call.markConnected(at);
        call.move(new CallState.Connected(at));
        call.answeredAt().ifPresent(answeredAt -> tallies.connected(answeredAt, at));
        journal.write(new FloorFact.Connected(at, call.id, agent));
        announcer.callChanged(call);
    }

    /** The PBX joined them after all, when we had given the agent free: fine if the agent is still free. */
    private boolean takeBack(OpenCall call, AgentId agent, Instant at) {
        Optional<AgentDesk> free = desks.find(agent).filter(desk -> desk.availableFor(call.id));
        free.ifPresent(desk -> {
            call.assign(agent);
            agentMoves.move(desk, new AgentState.OnCall(at, call.id));
            announcer.screenPopped(desk, call);
        });
        return free.isPresent();
    }

    /** The agent is free again; the debtor waits for another one, for as long as the PBX's patience lasts. */
    void connectFailed(OpenCall call, LegId leg, Instant at, String why) {
        if (!(call.state() instanceof CallState.Connecting) || call.agent().filter(leg.agent()::equals).isEmpty()) {
            return;
        }
        LOG.warn("attempt {} could not be joined with leg {}: {}", call.id, leg, why);
        call.release();
        call.move(new CallState.Waiting(at));
        desks.find(leg.agent()).ifPresent(desk -> agentMoves.move(desk, new AgentState.Ready(at)));
        // A held agent's leg may be broken: whoever has been free longest is the better choice now.
        desks.release(call.id);
        announcer.callChanged(call);
    }

    void messageStarted(OpenCall call, Instant at) {
        call.agent().flatMap(desks::find).ifPresent(desk -> agentMoves.move(desk, new AgentState.Ready(at)));
        call.release();
        call.move(new CallState.PlayingMessage(at));
        journal.write(new FloorFact.MessageStarted(at, call.id));
        announcer.callChanged(call);
    }
}
