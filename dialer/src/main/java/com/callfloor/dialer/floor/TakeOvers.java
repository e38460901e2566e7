package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.TakeOverFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervisor takes a conversation over: their phone is rung, and only once it is up the debtor is joined with it, so that
 * the debtor never waits. The agent keeps the debtor until then, and wraps up from then on. Confined to the floor's thread.
 */
final class TakeOvers {
    private static final Logger LOG = LoggerFactory.getLogger(TakeOvers.class);
    private static final Duration LONGEST_RING = Duration.ofSeconds(30);
    /** Of a supervisor of whom only the leg is known: it is up and is not rung. */
    private static final Extension NO_PHONE = new Extension("00");

    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final RecordingPauses recordingPauses;
    private final Pops pops;
    private final Announcer announcer;
    private final Map<LegId, TakeOver> byLeg = new LinkedHashMap<>();

    private enum Step {
        RINGING, JOINING, TALKING
    }

    private record TakeOver(AttemptId attempt, Agent supervisor, LegId leg, Instant rungAt, Step step) {
        private TakeOver at(Step next) {
            return new TakeOver(attempt, supervisor, leg, rungAt, next);
        }
    }

    TakeOvers(Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks, AgentMoves agentMoves,
            RecordingPauses recordingPauses, Pops pops, Announcer announcer) {
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.recordingPauses = recordingPauses;
        this.pops = pops;
        this.announcer = announcer;
    }

    /** {@code supervisor} with the phone that is to be rung. */
    FloorReply wish(AttemptId attempt, Agent supervisor) {
        Optional<OpenCall> call = calls.find(attempt);
        if (call.isEmpty()) {
            return Refused.noSuchCall();
        }
        if (call.get().conference().isPresent()) {
            return Refused.notNow("a third person is in this call; wait until it is a talk of two again");
        }
        if (!isAnAgents(call.get())) {
            return Refused.notNow("only a conversation of a debtor with an agent can be taken over");
        }
        if (byLeg.values().stream().anyMatch(other -> other.attempt().equals(attempt))) {
            return Refused.notNow("a supervisor's phone is being rung for this call already");
        }
        if (has(supervisor.id())) {
            return Refused.notNow("you are taking over another call; end that first");
        }
        Instant now = clock.instant();
        var begun = new TakeOver(attempt, supervisor, new LegId(supervisor.id(), now.toEpochMilli()), now,
                Step.RINGING);
        byLeg.put(begun.leg(), begun);
        pbx.ringAgent(begun.leg(), supervisor.extension());
        return new Accepted();
    }

    /** Whether this supervisor takes a call over, or has. */
    boolean has(AgentId supervisor) {
        return byLeg.values().stream().anyMatch(other -> other.supervisor().id().equals(supervisor));
    }

    /** A supervisor has got the debtor by another way: from here on it is the same. */
    void begun(OpenCall call, Agent supervisor, LegId leg, Instant at) {
        byLeg.put(leg, new TakeOver(call.id, supervisor, leg, at, Step.JOINING));
        connected(call, leg, at);
    }

    private static boolean isAnAgents(OpenCall call) {
        return call.state() instanceof CallState.Connected && call.agent().isPresent()
                && call.takenOverBy().isEmpty();
    }

    /** The leg is up, or waits again. False: it is none of ours. */
    boolean up(LegId leg) {
        TakeOver known = byLeg.get(leg);
        if (known == null) {
            return false;
        }
        boolean wanted = calls.find(known.attempt()).filter(TakeOvers::isAnAgents).isPresent();
        if (known.step() == Step.RINGING && wanted) {
            byLeg.put(leg, known.at(Step.JOINING));
            pbx.connect(known.attempt(), leg);
        } else if (known.step() != Step.JOINING || !wanted) {
            end(known, TakeOverFailure.CALL_OVER);
        }
        return true;
    }

    /** A debtor whom a list of the PBX's shows with somebody who has no desk was taken over. False: with an agent. */
    boolean adopt(OpenCall call, LegId leg, Instant at) {
        if (desks.find(leg.agent()).isPresent() || call.connectedAt().isEmpty()) {
            return false;
        }
        if (!byLeg.containsKey(leg)) {
            Agent supervisor = call.takenOverBy().orElse(unnamed(leg));
            byLeg.put(leg, new TakeOver(call.id, supervisor, leg, at, Step.JOINING));
        }
        call.move(new CallState.Connected(at));
        return connected(call, leg, at);
    }

    /** Of whom only the leg is known. */
    static Agent unnamed(LegId leg) {
        return new Agent(leg.agent(), "", "", NO_PHONE);
    }

    /** A hold that was sent before the supervisor came took the debtor away from them. False: nobody has taken this call over. */
    boolean backFromHold(AttemptId attempt) {
        Optional<TakeOver> has = byLeg.values()
                .stream()
                .filter(one -> one.attempt().equals(attempt) && one.step() == Step.TALKING)
                .findFirst();
        has.ifPresent(one -> pbx.connect(attempt, one.leg()));
        return has.isPresent();
    }

    /** A join that came to nothing may have parted agent and debtor; where it did not, asking for theirs changes nothing. */
    private void giveBack(AttemptId attempt) {
        calls.find(attempt)
                .filter(TakeOvers::isAnAgents)
                .flatMap(OpenCall::agent)
                .flatMap(desks::find)
                .filter(desk -> desk.isOn(attempt))
                .flatMap(AgentDesk::line)
                .ifPresent(line -> pbx.connect(attempt, line));
    }

    /** The leg is gone. False: it is none of ours. */
    boolean down(LegId leg) {
        TakeOver known = byLeg.remove(leg);
        if (known == null) {
            return false;
        }
        if (known.step() == Step.JOINING) {
            giveBack(known.attempt());
        }
        if (known.step() == Step.TALKING) {
            // The agent is in another call by now: nobody could come back to this debtor.
            pbx.hangUp(known.attempt());
        }
        failed(known, known.step() == Step.RINGING ? TakeOverFailure.NO_ANSWER : TakeOverFailure.NOT_JOINED);
        return true;
    }

    /** Debtor and supervisor hear each other. False: it is none of ours. */
    boolean connected(OpenCall call, LegId leg, Instant at) {
        TakeOver known = byLeg.get(leg);
        if (known == null) {
            return false;
        }
        if (known.step() == Step.TALKING) {
            return true;
        }
        byLeg.put(leg, known.at(Step.TALKING));
        call.agent().ifPresent(agent -> {
            desks.find(agent)
                    .filter(desk -> desk.isOn(call.id))
                    .ifPresent(desk -> agentMoves.move(desk, new AgentState.WrapUp(at, call.id)));
            journal.write(new FloorFact.TakenOver(at, call.id, agent, known.supervisor().id()));
        });
        call.takeOver(known.supervisor());
        recordingPauses.end(call);
        announcer.callChanged(call);
        return true;
    }

    /** The two could not be joined, and the debtor is still the agent's. False: it is none of ours. */
    boolean connectFailed(LegId leg, String why) {
        TakeOver known = byLeg.get(leg);
        if (known == null) {
            return false;
        }
        LOG.warn("attempt {} could not be taken over with leg {}: {}", known.attempt(), leg, why);
        end(known, TakeOverFailure.NOT_JOINED);
        giveBack(known.attempt());
        return true;
    }

    /** Whoever rings too long, or whose debtor is gone, is let go. */
    void tend() {
        if (byLeg.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (TakeOver one : List.copyOf(byLeg.values())) {
            Optional<OpenCall> call = calls.find(one.attempt());
            boolean talks = call.filter(open -> open.state() instanceof CallState.Connected).isPresent();
            if (!talks) {
                end(one, TakeOverFailure.CALL_OVER);
            } else if (one.step() == Step.RINGING && now.isAfter(one.rungAt().plus(LONGEST_RING))) {
                end(one, TakeOverFailure.NO_ANSWER);
            }
        }
    }

    /** What rings or is being joined is not heard of any more. A conversation goes on. */
    void linkLost() {
        List.copyOf(byLeg.values())
                .stream()
                .filter(one -> one.step() != Step.TALKING)
                .forEach(one -> end(one, TakeOverFailure.NOT_JOINED));
    }

    /** Those of a supervisor's legs that a list of the PBX's shows and that are to live on, also after a restart. */
    List<LegId> legs(PbxEvent.Snapshot snapshot) {
        Stream<LegId> talking = snapshot.attempts()
                .stream()
                .filter(attempt -> calls.find(attempt.attempt()).isPresent())
                .flatMap(attempt -> attempt.with().stream())
                .filter(leg -> desks.find(leg.agent()).isEmpty());
        return Stream.concat(byLeg.keySet().stream(), talking).toList();
    }

    private void end(TakeOver one, TakeOverFailure why) {
        byLeg.remove(one.leg());
        pbx.hangUp(one.leg());
        failed(one, why);
    }

    private void failed(TakeOver one, TakeOverFailure why) {
        if (one.step() == Step.TALKING) {
            // It was none: the conversation is over.
            pops.drop(one.supervisor().id());
        } else {
            announcer.takeOverFailed(one.supervisor().id(), one.attempt(), why);
        }
    }
}
