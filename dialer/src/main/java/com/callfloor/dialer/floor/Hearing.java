package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the PBX tells to whoever it is for. Confined to the floor's thread. */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Pbx pbx;
    private final FactJournal journal;
    private final FloorGate gate;
    private final Trunks trunks;
    private final OpenCalls calls;
    private final Placing placing;
    private final Legs legs;
    private final Answering answering;
    private final Closing closing;
    private final LostAgents lostAgents;
    private final Adoption adoption;
    private final Resync resync;
    private final RecordingPauses recordingPauses;
    private final Conversations conversations;
    private final TakeOvers takeOvers;
    private final PhoneAdmissions phoneAdmissions;
    private final OptOuts optOuts;
    private final Announcer announcer;

    Hearing(Pbx pbx, FactJournal journal, FloorGate gate, Trunks trunks, OpenCalls calls, Placing placing, Legs legs,
            Answering answering, Closing closing, LostAgents lostAgents, Adoption adoption, Resync resync,
            RecordingPauses recordingPauses, Conversations conversations, TakeOvers takeOvers,
            PhoneAdmissions phoneAdmissions, OptOuts optOuts, Announcer announcer) {
        this.pbx = pbx;
        this.journal = journal;
        this.gate = gate;
        this.trunks = trunks;
        this.calls = calls;
        this.placing = placing;
        this.legs = legs;
        this.answering = answering;
        this.closing = closing;
        this.lostAgents = lostAgents;
        this.adoption = adoption;
        this.resync = resync;
        this.recordingPauses = recordingPauses;
        this.conversations = conversations;
        this.takeOvers = takeOvers;
        this.phoneAdmissions = phoneAdmissions;
        this.optOuts = optOuts;
        this.announcer = announcer;
    }

    void on(PbxEvent event) {
        switch (event) {
            case PbxEvent.LinkUp up -> {
                LOG.info("the link to the PBX is up: {}", up.version());
                gate.linkIsDown(new Words("it has not told yet what is alive", "尚未告知有哪些通话"));
                gate.optOutsAwaited();
                trunks.nothingHeard();
            }
            case PbxEvent.LinkDown down -> {
                LOG.warn("the link to the PBX is down: {}", down.why().en());
                gate.linkIsDown(down.why());
                recordingPauses.linkLost();
                conversations.linkLost();
                takeOvers.linkLost();
                phoneAdmissions.linkLost();
                announcer.floorChanged();
            }
            case PbxEvent.Snapshot snapshot -> {
                if (gate.linkUp()) {
                    resync.check(snapshot);
                } else {
                    adoption.adopt(snapshot);
                    gate.linkIsUp();
                }
                legs.tend();
                announcer.floorChanged();
            }
            case PbxEvent.EarlyMedia early ->
                known(early.attempt()).ifPresent(call -> closing.earlyMedia(call, early.at()));
            case PbxEvent.Ringing ringing -> known(ringing.attempt()).ifPresent(call -> rang(call, ringing.at()));
            case PbxEvent.Answered answered ->
                known(answered.attempt()).ifPresent(call -> {
                    answering.answered(call, answered.at());
                    trunks.carried(call.id);
                });
            case PbxEvent.Detected detected -> calls.find(detected.attempt())
                    .ifPresent(call -> answering.detected(call, detected.by(), detected.at()));
            case PbxEvent.Connected connected -> calls.find(connected.attempt())
                    .filter(call -> !takeOvers.connected(call, connected.leg(), connected.at()))
                    .filter(call -> !conversations.goesOn(call, connected.leg(), connected.at()))
                    .ifPresent(call -> answering.connected(call, connected.leg().agent(), connected.at()));
            case PbxEvent.ConnectFailed failed -> calls.find(failed.attempt())
                    .filter(call -> !takeOvers.connectFailed(failed.leg(), failed.why()))
                    .filter(call -> !conversations.stays(call, failed.leg(), failed.why()))
                    .ifPresent(call -> answering.connectFailed(call, failed.leg(), failed.at(), failed.why()));
            case PbxEvent.TalkEvent talk -> {
                if (!(talk instanceof PbxEvent.Held held && takeOvers.backFromHold(held.attempt()))) {
                    conversations.hears(talk);
                }
            }
            case PbxEvent.OutsideEvent outside -> conversations.outside().hears(outside);
            case PbxEvent.PhoneEvent phone -> phoneAdmissions.hears(phone);
            case PbxEvent.Asked asked -> calls.find(asked.attempt()).ifPresent(call -> asked(call, asked.at()));
            case PbxEvent.LeftAlone alone ->
                calls.find(alone.attempt()).ifPresent(call -> lostAgents.leftAlone(call, alone.at()));
            case PbxEvent.Rated rated ->
                journal.write(new FloorFact.Rated(rated.at(), rated.attempt(), rated.satisfaction()));
            case PbxEvent.MessageStarted started ->
                calls.find(started.attempt()).ifPresent(call -> answering.messageStarted(call, started.at()));
            case PbxEvent.RecordingMuted muted -> calls.find(muted.attempt())
                    .ifPresent(call -> recordingPauses.told(call, muted.muted(), muted.at()));
            case PbxEvent.RecordingMuteFailed failed -> calls.find(failed.attempt())
                    .ifPresent(call -> recordingPauses.failed(call, failed.muted(), failed.why()));
            case PbxEvent.OptOutsTold told -> gate.optOutsTold();
            case PbxEvent.OptedOut optedOut -> optOuts.pressed(optedOut.attempt(), optedOut.at());
            case PbxEvent.Ended ended -> calls.find(ended.attempt())
                    .filter(call -> !placing.placedElsewhere(call, ended.cause()))
                    .ifPresent(call -> closing.ended(call, ended.at(), ended.cause()));
            case PbxEvent.DialFailed failed -> calls.find(failed.attempt())
                    .filter(call -> !failed.trunksFault() || !placing.placedElsewhere(call, failed.why()))
                    .ifPresent(
                            call -> closing.close(call, failed.at(), Outcome.FAILED, HangupCause.NONE,
                                    failed.why()));
            case PbxEvent.AgentLegUp up -> legUp(up.leg(), up.at());
            case PbxEvent.AgentLegIdle idle -> {
                legUp(idle.leg(), idle.at());
                conversations.idle(idle.leg(), idle.at());
            }
            case PbxEvent.AgentLegDown down -> {
                if (!takeOvers.down(down.leg(), down.cause(), down.at())
                        && !conversations.guests().down(down.leg())) {
                    legs.down(down.leg(), down.at());
                }
                conversations.down(down.leg(), down.at());
            }
            case PbxEvent.ListeningFailed failed ->
                LOG.warn("a supervisor could not listen to leg {}: {}", failed.leg(), failed.why().en());
            case PbxEvent.TrunkReach reach -> trunks.answers(reach.trunk(), reach.contact(), reach.reachable());
            case PbxEvent.TrunkRegistration told -> trunks.registered(told.server(), told.registered(), told.status());
        }
    }

    private void legUp(LegId leg, Instant at) {
        if (!takeOvers.up(leg) && !conversations.guests().up(leg)) {
            legs.up(leg, at);
        }
    }

    /** A call that the books have closed must not go on: sent over a frozen link, it may reach the PBX much later. */
    private Optional<OpenCall> known(AttemptId attempt) {
        Optional<OpenCall> call = calls.find(attempt);
        if (call.isEmpty()) {
            LOG.warn("attempt {} rings or answers, but the books have it closed: ended", attempt);
            pbx.hangUp(attempt);
        }
        return call;
    }

    /** Of somebody whom no agent talked to there is nothing to ask. */
    private void asked(OpenCall call, Instant at) {
        if (call.connectedAt().isPresent()) {
            closing.talkEnded(call, at);
        } else {
            pbx.hangUp(call.id);
        }
    }

    private void rang(OpenCall call, Instant at) {
        if (call.state() instanceof CallState.Dialing) {
            closing.rang(call, at);
        }
        if (call.hangUpAskedAt().isPresent()) {
            // It was asked before the PBX had the channel, and went for nothing.
            pbx.hangUp(call.id);
        }
    }
}
