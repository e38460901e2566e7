package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentChoice;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the debtor's answer to the conversation. Confined to the floor's thread. */
final class Answering {
    /**
     * How long a debtor may wait for the agent of a call-back or with the right skills while others are free. The PBX begins
     * its message 1.75 s after the answer; what is left must do for the join on a busy machine.
     */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Skills skills;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final Tallies tallies;
    private final Pacer pacer;
    private final Announcer announcer;
    private final AnsweringMachines machines;

    Answering(FloorSettings settings, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            AgentMoves agentMoves, Tallies tallies, Pacer pacer, Announcer announcer) {
        this.skills = settings.skills();
        this.machines = settings.machines();
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.tallies = tallies;
        this.pacer = pacer;
        this.announcer = announcer;
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
            pacer.machine(call, at);
            desks.release(call.id);
        } else {
            seek(call, at);
            pacer.passed(call, at);
        }
        journal.write(new FloorFact.Detected(at, call.id, by));
        announcer.callChanged(call);
    }

    private void seek(OpenCall call, Instant at) {
        call.move(new CallState.Waiting(at));
        pacer.answered(call, at);
        // The PBX hears of the agent first: every other thing can wait, the debtor cannot.
        Optional<AgentDesk> chosen = chosenFor(call);
        chosen.ifPresent(desk -> join(call, desk, at));
    }

    /** An agent became free, or a moment is over: whoever has waited longest is served first. */
    void serveWaiting() {
        for (OpenCall call : calls.waiting()) {
            chosenFor(call).ifPresent(desk -> join(call, desk, clock.instant()));
        }
    }

    /** Who is to take this debtor now. */
    Optional<AgentDesk> chosenFor(OpenCall call) {
        Set<String> needed = skills.neededFor(call.card.language(), call.card.product());
        boolean mayWait = call.answeredAt().filter(at -> clock.instant().isBefore(at.plus(MOMENT))).isPresent();
        return desks.heldFor(call.id)
                .filter(desk -> desk.availableFor(call.id))
                .or(() -> AgentChoice
                        .choose(call.pastAgents, needed, desks.candidatesFor(call.id, skills), mayWait)
                        .flatMap(desks::find));
    }

    private void join(OpenCall call, AgentDesk desk, Instant at) {
        pbx.connect(call.id, desk.line()
                .orElseThrow(() -> new IllegalStateException("only an agent with a leg can take a call")));
        call.assign(desk.agent().id());
        call.move(new CallState.Connecting(at));
        desk.serves(call.campaign());
        agentMoves.move(desk, new AgentState.OnCall(at, call.id));
        announcer.screenPopped(desk, call);
        announcer.callChanged(call);
    }

    void connected(OpenCall call, AgentId agent, Instant at) {
        if (call.state() instanceof CallState.AgentLost) {
            connectedAgain(call, agent, at);
        }
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
        pacer.connected(call, at);
        journal.write(new FloorFact.Connected(at, call.id, agent));
        announcer.callChanged(call);
    }

    /** The talk goes on; whom nobody asked to join it must not be left in it. */
    private void connectedAgain(OpenCall call, AgentId agent, Instant at) {
        if (call.agent().filter(agent::equals).isPresent()) {
            call.noteEnd(null);
            call.move(new CallState.Connected(at));
            announcer.callChanged(call);
        }
    }

    /** The PBX joined them after all, when we had given the agent free: fine if the agent is still free. */
    private boolean takeBack(OpenCall call, AgentId agent, Instant at) {
        Optional<AgentDesk> free = desks.find(agent).filter(desk -> desk.availableFor(call.id));
        free.ifPresent(desk -> {
            call.assign(agent);
            desk.serves(call.campaign());
            agentMoves.move(desk, new AgentState.OnCall(at, call.id));
            announcer.screenPopped(desk, call);
        });
        return free.isPresent();
    }

    /** The agent is free again; the debtor waits for another one, for as long as the PBX's patience lasts. */
    void connectFailed(OpenCall call, LegId leg, Instant at, Words why) {
        if (!(call.state() instanceof CallState.Connecting) || call.agent().filter(leg.agent()::equals).isEmpty()) {
            return;
        }
        LOG.warn("attempt {} could not be joined with leg {}: {}", call.id, leg, why.en());
        call.release();
        call.move(new CallState.Waiting(at));
        desks.find(leg.agent()).ifPresent(desk -> agentMoves.free(desk, at));
        // A held agent's leg may be broken: whoever has been free longest is the better choice now.
        desks.release(call.id);
        announcer.callChanged(call);
    }

    void messageStarted(OpenCall call, Instant at) {
        call.agent().flatMap(desks::find).ifPresent(desk -> agentMoves.free(desk, at));
        call.release();
        call.move(new CallState.PlayingMessage(at));
        pacer.abandoned(call, at);
        journal.write(new FloorFact.MessageStarted(at, call.id));
        announcer.callChanged(call);
    }
}
