package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's nailed-up phone goes away in mid-talk: a page was reloaded, a network was lost. The debtor is not hung up on: the
 * PBX asks for a moment's patience, the agent's phone is rung again and the two are joined anew. If it does not come back in
 * time, whoever is free takes over; if nobody is, the PBX plays its message and ends the call. A debtor on hold stays there
 * meanwhile: whoever put them there comes back to a hold. Confined to the floor's thread.
 */
final class LostAgents {
    private static final Words NOT_WAITED_FOR = new Words(
            "the agent's phone was lost in mid-talk, and the debtor did not wait for it", "坐席的话机在通话中断开，债务人没有等待");
    private static final Logger LOG = LoggerFactory.getLogger(LostAgents.class);
    /** The PBX gives up so much later than the floor looks for somebody else. */
    private static final Duration TAKING_OVER = Duration.ofSeconds(3);
    /** Beyond the PBX's own time for a join. */
    private static final Duration JOIN_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Duration patience;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Answering answering;
    private final Closing closing;
    private final AgentMoves agentMoves;
    private final RecordingPauses recordingPauses;
    private final Pops pops;
    private final FloorGate gate;
    private final Announcer announcer;
    private final Map<AttemptId, Join> joins = new HashMap<>();
    /** Since when the agent of a debtor on hold is away. */
    private final Map<AttemptId, Instant> away = new HashMap<>();

    private record Join(LegId leg, Instant at) {}

    LostAgents(AgentPhones phones, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            Answering answering, Closing closing, AgentMoves agentMoves, RecordingPauses recordingPauses, Pops pops,
            FloorGate gate, Announcer announcer) {
        this.patience = phones.patienceForLost();
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.answering = answering;
        this.closing = closing;
        this.agentMoves = agentMoves;
        this.recordingPauses = recordingPauses;
        this.pops = pops;
        this.gate = gate;
        this.announcer = announcer;
    }

    /** So long the PBX lets a debtor wait by itself, also with the dialer dead; zero: not at all. */
    static Duration patienceOfPbx(AgentPhones phones) {
        Duration patience = phones.patienceForLost();
        return patience.isZero() ? patience : patience.plus(TAKING_OVER);
    }

    /** Without a link nothing is known of anybody: the next snapshot tells. */
    void tend() {
        if (patience.isZero() || !gate.linkUp()) {
            return;
        }
        Instant now = clock.instant();
        for (OpenCall call : calls.all()) {
            if (call.state() instanceof CallState.Connected && isAlone(call)) {
                lost(call, now);
            }
            if (call.state() instanceof CallState.AgentLost lost) {
                bringBack(call, lost, now);
            }
            if (call.state() instanceof CallState.Held) {
                lookAfterHeld(call, now);
            }
        }
        joins.keySet().removeIf(attempt -> calls.find(attempt).filter(LostAgents::waits).isEmpty());
        away.keySet()
                .removeIf(attempt -> calls.find(attempt)
                        .filter(call -> call.state() instanceof CallState.Held && isAlone(call))
                        .isEmpty());
    }

    private static boolean waits(OpenCall call) {
        return call.state() instanceof CallState.AgentLost || call.state() instanceof CallState.Held;
    }

    private void lookAfterHeld(OpenCall call, Instant now) {
        if (call.isBeingGiven()) {
            // Its own part brings the debtor back.
            return;
        }
        if (!isAlone(call)) {
            // Whom another agent got put nobody on hold.
            if (joins.containsKey(call.id)) {
                call.agent().flatMap(desks::find).flatMap(AgentDesk::line).ifPresent(line -> join(call, line, now));
            }
            return;
        }
        Instant since = away.computeIfAbsent(call.id, lost -> {
            LOG.warn("attempt {} is on hold and has lost its agent's phone", lost);
            return now;
        });
        if (now.isAfter(since.plus(patience))) {
            Optional<AgentDesk> another = answering.chosenFor(call);
            another.ifPresent(desk -> {
                takeOver(call, desk, now);
                desk.line().ifPresent(line -> join(call, line, now));
            });
            if (another.isEmpty() && now.isAfter(since.plus(patience).plus(TAKING_OVER))) {
                away.put(call.id, now);
                pbx.leaveAlone(call.id);
            }
        }
    }

    /** Whoever is being hung up on, or asked how satisfied they are, waits for nobody; with a third in the talk nobody is alone. */
    private boolean isAlone(OpenCall call) {
        return call.conference().isEmpty() && call.hangUpAskedAt().isEmpty() && call.talkEndedAt().isEmpty()
                && !call.questionWanted()
                && call.agent()
                        .flatMap(desks::find)
                        .filter(desk -> desk.isOn(call.id) && desk.line().isEmpty())
                        .isPresent();
    }

    private void lost(OpenCall call, Instant at) {
        LOG.warn("attempt {} has lost its agent's phone in mid-talk; the debtor waits", call.id);
        call.noteEnd(NOT_WAITED_FOR);
        call.move(new CallState.AgentLost(at));
        announcer.callChanged(call);
    }

    private void bringBack(OpenCall call, CallState.AgentLost lost, Instant now) {
        Optional<LegId> line = call.agent()
                .flatMap(desks::find)
                .filter(desk -> desk.isOn(call.id))
                .flatMap(AgentDesk::line);
        if (line.isPresent()) {
            join(call, line.get(), now);
        } else if (now.isAfter(lost.since().plus(patience))) {
            answering.chosenFor(call).ifPresent(desk -> takeOver(call, desk, now));
        }
    }

    private void join(OpenCall call, LegId leg, Instant now) {
        Join last = joins.get(call.id);
        if (last == null || !last.leg().equals(leg) || now.isAfter(last.at().plus(JOIN_AGAIN_AFTER))) {
            joins.put(call.id, new Join(leg, now));
            pbx.connect(call.id, leg);
        }
    }

    /** The first agent is away, whatever the page shows there, and has nothing to wrap up: the call is another's. */
    private void takeOver(OpenCall call, AgentDesk desk, Instant now) {
        LOG.warn("attempt {} is taken over by agent {}", call.id, desk.agent().id().value());
        call.takenOverBy().ifPresent(supervisor -> {
            pops.drop(supervisor.id());
            announcer.takeOverFailed(supervisor.id(), call.id, TakeOverFailure.PASSED_ON);
        });
        Optional<AgentDesk> first = call.agent().flatMap(desks::find).filter(one -> one.isOn(call.id));
        call.assign(desk.agent().id());
        journal.write(new FloorFact.PassedOn(now, call.id, desk.agent().id()));
        desk.serves(call.campaign());
        agentMoves.move(desk, new AgentState.OnCall(now, call.id));
        first.ifPresent(one -> leave(one, now));
        recordingPauses.end(call);
        announcer.screenPopped(desk, call);
        announcer.callChanged(call);
    }

    private void leave(AgentDesk desk, Instant now) {
        pops.drop(desk.agent().id());
        if (desk.next().isPresent()) {
            agentMoves.free(desk, now);
        } else {
            agentMoves.move(desk, new AgentState.OnBreak(now, AgentState.OnBreak.HEADSET_LOST));
        }
    }

    /** The debtor of a talk who is with nobody waits on the PBX from now on. False: nobody is to wait. */
    boolean awaits(OpenCall call, Instant at) {
        boolean waits = !patience.isZero() && call.talkEndedAt().isEmpty() && !call.questionWanted()
                && (call.state() instanceof CallState.AgentLost || call.state() instanceof CallState.Connected);
        if (waits && call.state() instanceof CallState.Connected) {
            lost(call, at);
        }
        return waits;
    }

    /** Nobody came: the agent has the talk to wrap up, as soon as there is a page for it. */
    void leftAlone(OpenCall call, Instant at) {
        if (call.state() instanceof CallState.Held) {
            journal.write(new FloorFact.HoldEnded(at, call.id, HoldEnd.CALL_ENDED));
        }
        call.noteEnd(Words.of(
                "the agent's phone was lost in mid-talk and did not come back within %d s, and nobody else was free: "
                        + "the debtor heard the message",
                "坐席的话机在通话中断开，%d 秒内未恢复，也没有其他空闲坐席：已向债务人播放提示语", patience.toSeconds()));
        closing.talkEnded(call, at);
        call.move(new CallState.PlayingMessage(at));
        announcer.callChanged(call);
    }
}
