package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.Snapshot;
import com.callfloor.dialer.words.Words;

/**
 * After every connect the PBX's word decides: calls that live on are adopted, calls that are gone are closed, channels
 * that nobody knows are ended. Confined to the floor's thread.
 */
final class Adoption {
    private static final Words GONE_WITH_THE_LINK = new Words("the call was gone when the link to the PBX came back",
            "与 PBX 的连接恢复时，通话已不存在");
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Answering answering;
    private final LostAgents lostAgents;
    private final Closing closing;
    private final AgentMoves agentMoves;
    private final RecordingPauses recordingPauses;
    private final HeldTalks held;
    private final Conversations conversations;
    private final TakeOvers takeOvers;
    private final Leftovers leftovers;
    private final Campaigns campaigns;
    private final Announcer announcer;

    Adoption(Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks, Answering answering,
            LostAgents lostAgents, Closing closing, AgentMoves agentMoves, RecordingPauses recordingPauses,
            Conversations conversations, TakeOvers takeOvers, Leftovers leftovers, Campaigns campaigns,
            Announcer announcer) {
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.answering = answering;
        this.lostAgents = lostAgents;
        this.closing = closing;
        this.agentMoves = agentMoves;
        this.recordingPauses = recordingPauses;
        this.held = conversations.held();
        this.conversations = conversations;
        this.takeOvers = takeOvers;
        this.leftovers = leftovers;
        this.campaigns = campaigns;
        this.announcer = announcer;
    }

    void adopt(Snapshot snapshot) {
        Instant at = snapshot.at();
        adoptLegs(snapshot, at);
        Map<AttemptId, LiveAttempt> alive = new HashMap<>();
        snapshot.attempts().forEach(attempt -> alive.put(attempt.attempt(), attempt));
        for (OpenCall call : calls.all()) {
            LiveAttempt live = alive.remove(call.id);
            if (live == null) {
                closing.lost(call, at, GONE_WITH_THE_LINK);
                if (!conversations.isOfThree(call)) {
                    leftovers.freeOthers(call, at);
                }
            } else {
                adoptCall(call, live, at);
            }
        }
        leftovers.end(alive.keySet());
        conversations.outside().legs(snapshot.outside(), Instant.MAX);
        // Before the agents are settled: the third of a lost call has nothing to wrap up.
        conversations.goOn();
        leftovers.settleAgents(at);
    }

    private void adoptCall(OpenCall call, LiveAttempt live, Instant at) {
        if (!live.answered()) {
            if (call.state() instanceof CallState.Reserved) {
                call.move(new CallState.Dialing(at));
            }
            if (call.hangUpAskedAt().isPresent()) {
                pbx.hangUp(call.id);
            }
            return;
        }
        if (conversations.outside().shows(call, live, at)) {
            recordingPauses.adopt(call);
            return;
        }
        if (!live.with().isEmpty()) {
            adoptTalk(call, live, at);
            return;
        }
        conversations.check(call, live.with(), at);
        if (live.held()) {
            adoptHeld(call, at);
        } else if (lostAgents.awaits(call, at)) {
            recordingPauses.adopt(call);
            announcer.callChanged(call);
        } else if (call.state() instanceof CallState.Connected && campaigns.asksSatisfaction(call)) {
            // The agent left it while nobody heard of that, and now the debtor is asked.
            recordingPauses.adopt(call);
            closing.talkEnded(call, at);
        } else {
            answering.answered(call, at);
        }
    }

    private void adoptTalk(OpenCall call, LiveAttempt live, Instant at) {
        if (call.answeredAt().isEmpty()) {
            call.markAnswered(at);
            journal.write(new FloorFact.Answered(at, call.id));
        }
        call.markQuestionLost();
        LegId leg = desks.partnerOf(call, live.with());
        if (takeOvers.adopt(call, leg, at)) {
            recordingPauses.adopt(call);
            return;
        }
        if (call.connectedAt().isPresent() && call.agent().filter(leg.agent()::equals).isEmpty()) {
            journal.write(new FloorFact.PassedOn(at, call.id, leg.agent()));
        }
        call.assign(leg.agent());
        desks.find(leg.agent()).ifPresent(desk -> desk.serves(call.campaign()));
        desks.find(leg.agent())
                .filter(desk -> !desk.isOn(call.id))
                .ifPresent(desk -> agentMoves.move(desk, new AgentState.OnCall(at, call.id)));
        if (call.connectedAt().isEmpty()) {
            answering.connected(call, leg.agent(), at);
        } else if (!held.talksAgain(call, leg.agent(), at) && call.talkEndedAt().isEmpty()) {
            held.overInTheBooks(call, at, HoldEnd.RESUMED);
            if (call.state() instanceof CallState.AgentLost) {
                call.noteEnd(null);
            }
            call.move(new CallState.Connected(at));
        }
        conversations.check(call, live.with(), at);
        desks.find(leg.agent()).ifPresent(desk -> announcer.screenPopped(desk, call));
        recordingPauses.adopt(call);
    }

    /** Whose talk it was the books know, unless they are behind: then nobody would ever take it up again. */
    private void adoptHeld(OpenCall call, Instant at) {
        call.agent().flatMap(desks::find).ifPresentOrElse(desk -> {
            desk.serves(call.campaign());
            if (!desk.isOn(call.id)) {
                agentMoves.move(desk, new AgentState.OnCall(at, call.id));
            }
            held.adopt(call, at);
            announcer.screenPopped(desk, call);
            recordingPauses.adopt(call);
        }, () -> pbx.hangUp(call.id));
    }

    private void adoptLegs(Snapshot snapshot, Instant at) {
        Set<LegId> alive = new HashSet<>(snapshot.legs());
        Set<LegId> ringing = new HashSet<>(snapshot.ringingLegs());
        takeOvers.legs(snapshot).forEach(alive::remove);
        conversations.guests().legs().forEach(alive::remove);
        for (AgentDesk desk : desks.all()) {
            LegId known = switch (desk.leg()) {
                case AgentLeg.Ringing rung -> rung.id();
                case AgentLeg.Up up -> up.id();
                case AgentLeg.Down down -> null;
                case AgentLeg.OnHook onHook -> null;
            };
            if (known != null && !alive.contains(known) && !ringing.remove(known)) {
                desk.legDropped(at);
            }
            alive.stream()
                    .filter(leg -> leg.agent().equals(desk.agent().id()) && desk.wantsALeg())
                    .max((one, other) -> Long.compare(one.serial(), other.serial()))
                    .ifPresent(leg -> {
                        alive.remove(leg);
                        desk.legUp(new AgentLeg.Up(leg, at));
                    });
            announcer.agentChanged(desk);
        }
        alive.forEach(pbx::hangUp);
        ringing.forEach(pbx::hangUp);
    }
}
