package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervisor takes a conversation over: their phone is rung, and only once it is up the debtor is joined with it, so that
 * the debtor never waits. The agent keeps the debtor until then, and wraps up from then on. A supervisor whose phone goes away
 * in mid-talk, without having been hung up, is rung again for as long as {@link LostAgents} lets the debtor wait; then the call
 * is another's. Confined to the floor's thread.
 */
final class TakeOvers {
    private static final Logger LOG = LoggerFactory.getLogger(TakeOvers.class);
    private static final Duration LONGEST_RING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_RINGS = Duration.ofSeconds(1);

    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final RecordingPauses recordingPauses;
    private final LostAgents lostAgents;
    private final Pops pops;
    private final Announcer announcer;
    private final Map<LegId, TakeOver> byLeg = new LinkedHashMap<>();
    private final Map<AttemptId, Instant> ringAgainAt = new HashMap<>();

    private enum Step {
        RINGING, JOINING, TALKING
    }

    /** {@code again}: the supervisor has had this debtor before. */
    private record TakeOver(AttemptId attempt, Agent supervisor, LegId leg, Instant rungAt, Step step, boolean again) {
        private TakeOver at(Step next) {
            return new TakeOver(attempt, supervisor, leg, rungAt, next, again);
        }

        /** Whether this supervisor is to have the debtor now. */
        private boolean isWanted(OpenCall call) {
            return again ? waitsFor(supervisor, call) : isAnAgents(call);
        }

        private boolean goesOn(OpenCall call) {
            return (again && step != Step.TALKING)
                    ? waitsFor(supervisor, call)
                    : call.state() instanceof CallState.Connected;
        }
    }

    TakeOvers(Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks, AgentMoves agentMoves,
            RecordingPauses recordingPauses, LostAgents lostAgents, Pops pops, Announcer announcer) {
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.recordingPauses = recordingPauses;
        this.lostAgents = lostAgents;
        this.pops = pops;
        this.announcer = announcer;
    }

    /** {@code supervisor} with the phone that is to be rung. */
    FloorReply wish(AttemptId attempt, Agent supervisor) {
        Optional<OpenCall> call = calls.find(attempt);
        if (call.isEmpty()) {
            return Refused.noSuchCall();
        }
        if (!isAnAgents(call.get())) {
            return Refused.notNow("only a conversation of a debtor with an agent can be taken over", "只能接管债务人与坐席之间的通话");
        }
        if (isFor(attempt)) {
            return Refused.notNow("a supervisor's phone is being rung for this call already", "已在为这通电话呼叫一位班长的话机");
        }
        if (has(supervisor.id())) {
            return Refused.notNow("you are taking over another call; end that first", "您正在接管另一通电话，请先结束");
        }
        Instant now = clock.instant();
        ring(attempt, supervisor, now, false);
        return new Accepted();
    }

    /** Whether a supervisor takes this call over, or has. */
    boolean isFor(AttemptId attempt) {
        return byLeg.values().stream().anyMatch(one -> one.attempt().equals(attempt));
    }

    /** Whether this supervisor takes a call over, or has. */
    boolean has(AgentId supervisor) {
        return byLeg.values().stream().anyMatch(other -> other.supervisor().id().equals(supervisor));
    }

    /** A supervisor has got the debtor by another way: from here on it is the same. */
    void begun(OpenCall call, Agent supervisor, LegId leg, Instant at) {
        byLeg.put(leg, new TakeOver(call.id, supervisor, leg, at, Step.JOINING, false));
        connected(call, leg, at);
    }

    private void ring(AttemptId attempt, Agent supervisor, Instant now, boolean again) {
        var rung = new TakeOver(attempt, supervisor, new LegId(supervisor.id(), now.toEpochMilli()), now, Step.RINGING,
                again);
        byLeg.put(rung.leg(), rung);
        pbx.ringAgent(rung.leg(), supervisor.extension());
    }

    private static boolean isAnAgents(OpenCall call) {
        return call.state() instanceof CallState.Connected && call.agent().isPresent()
                && call.takenOverBy().isEmpty();
    }

    private static boolean waitsFor(Agent supervisor, OpenCall call) {
        return call.state() instanceof CallState.AgentLost
                && call.takenOverBy().filter(one -> one.id().equals(supervisor.id())).isPresent();
    }

    /** The leg is up, or waits again. False: it is none of ours. */
    boolean up(LegId leg) {
        TakeOver known = byLeg.get(leg);
        if (known == null) {
            return false;
        }
        boolean wanted = calls.find(known.attempt()).filter(known::isWanted).isPresent();
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
            Agent supervisor = call.takenOverBy()
                    .or(() -> call.conference().map(Conference::third).filter(third -> third.id().equals(leg.agent())))
                    .orElseGet(() -> call.guest(leg));
            byLeg.put(leg, new TakeOver(call.id, supervisor, leg, at, Step.JOINING, call.takenOverBy().isPresent()));
        }
        call.move(new CallState.Connected(call.connectedAt().orElse(at)));
        return connected(call, leg, at);
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
    boolean down(LegId leg, HangupCause cause, Instant at) {
        TakeOver known = byLeg.remove(leg);
        if (known == null) {
            return false;
        }
        if (known.step() == Step.TALKING) {
            boolean hungUp = cause.equals(HangupCause.NORMAL);
            if (hungUp || calls.find(known.attempt()).filter(call -> awaits(call, at)).isEmpty()) {
                pbx.hangUp(known.attempt());
                pops.drop(known.supervisor().id());
            }
            return true;
        }
        if (known.step() == Step.JOINING) {
            giveBack(known.attempt());
        }
        failed(known, known.step() == Step.RINGING ? TakeOverFailure.NO_ANSWER : TakeOverFailure.NOT_JOINED);
        return true;
    }

    /** The page that this phone was is gone: what it was in the midst of goes on with the next one. */
    void phoneGone(Extension phone) {
        Instant now = clock.instant();
        for (TakeOver one : List.copyOf(byLeg.values())) {
            boolean talks = one.step() == Step.TALKING || one.again();
            if (talks && one.supervisor().extension().equals(phone)) {
                byLeg.remove(one.leg());
                pbx.hangUp(one.leg());
                calls.find(one.attempt()).ifPresent(call -> awaits(call, now));
                ringAgainAt.put(one.attempt(), now.plus(BETWEEN_RINGS));
            }
        }
    }

    /** The debtor waits for the supervisor from now on; false if nobody is to wait. */
    private boolean awaits(OpenCall call, Instant at) {
        return call.hangUpAskedAt().isEmpty() && lostAgents.awaits(call, at);
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
        if (known.again()) {
            call.noteEnd(null);
            call.move(new CallState.Connected(call.connectedAt().orElse(at)));
        } else {
            passOn(call, known.supervisor(), at);
        }
        announcer.callChanged(call);
        return true;
    }

    private void passOn(OpenCall call, Agent supervisor, Instant at) {
        call.agent().ifPresent(agent -> {
            desks.find(agent)
                    .filter(desk -> desk.isOn(call.id))
                    .ifPresent(desk -> agentMoves.move(desk, new AgentState.WrapUp(at, call.id)));
            journal.write(new FloorFact.TakenOver(at, call.id, agent, supervisor.id(), supervisor.extension()));
        });
        call.takeOver(supervisor);
        recordingPauses.end(call);
    }

    /** The two could not be joined, and the debtor is still the agent's. False: it is none of ours. */
    boolean connectFailed(LegId leg, Words why) {
        TakeOver known = byLeg.get(leg);
        if (known == null) {
            return false;
        }
        LOG.warn("attempt {} could not be taken over with leg {}: {}", known.attempt(), leg, why.en());
        end(known, TakeOverFailure.NOT_JOINED);
        giveBack(known.attempt());
        return true;
    }

    /** Rings those again whose phone went away in mid-talk, also before a restart. */
    void bringBack() {
        Instant now = clock.instant();
        ringAgainAt.keySet()
                .removeIf(attempt -> calls.find(attempt)
                        .filter(call -> call.state() instanceof CallState.AgentLost)
                        .isEmpty());
        for (OpenCall call : calls.all()) {
            call.takenOverBy()
                    .filter(supervisor -> waitsFor(supervisor, call) && supervisor.canBeRung())
                    .filter(supervisor -> byLeg.values().stream().noneMatch(one -> one.attempt().equals(call.id)))
                    .filter(supervisor -> !now.isBefore(ringAgainAt.getOrDefault(call.id, now)))
                    .ifPresent(supervisor -> ring(call.id, supervisor, now, true));
        }
    }

    /** Whoever rings too long, or whose debtor is gone, is let go. */
    void tend() {
        if (byLeg.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (TakeOver one : List.copyOf(byLeg.values())) {
            if (calls.find(one.attempt()).filter(one::goesOn).isEmpty()) {
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
        if (one.step() == Step.TALKING || one.again()) {
            // It was none: the conversation is over, or goes on as soon as the phone is back.
            ringAgainAt.put(one.attempt(), clock.instant().plus(BETWEEN_RINGS));
            if (calls.find(one.attempt()).filter(call -> waitsFor(one.supervisor(), call)).isEmpty()) {
                pops.drop(one.supervisor().id());
            }
        } else {
            announcer.takeOverFailed(one.supervisor().id(), one.attempt(), why);
        }
    }
}
