package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.OutsideTalk.Step;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.OutsideEvent;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.supervision.OutsideTransfer.Stage;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.trunks.Line;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks on their way to somebody outside the floor, warm only: the debtor is on hold, the other is called, the agent talks to them first.
 * Whatever goes wrong brings the debtor back to the agent, with the reason. Once debtor and other talk, no agent is in it, and the PBX
 * ends both when one of them hangs up. Confined to the floor's thread.
 */
final class OutsideTransfers {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideTransfers.class);

    private final OutsideBook book;
    private final Duration longestRing;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final Executor blocking;
    private final Consumer<Runnable> run;
    private final FloorGate gate;
    private final Trunks trunks;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final HeldTalks held;
    private final Closing closing;
    private final RecordingPauses recordingPauses;
    private final Announcer announcer;
    private final Map<AttemptId, OutsideTalk> underWay = new HashMap<>();
    /** Who talks to a debtor, without an agent. */
    private final Map<AttemptId, OutsideLeg> given = new HashMap<>();
    /** What became of these the PBX tells when the link is back. */
    private final Map<AttemptId, OutsideTalk> outOfSight = new HashMap<>();

    /** @param run does something on the floor's thread */
    OutsideTransfers(FloorSettings settings, FloorPorts ports, Consumer<Runnable> run, FloorGate gate, Trunks trunks,
            OpenCalls calls, AgentDesks desks, HeldTalks held, Closing closing, RecordingPauses recordingPauses,
            Announcer announcer) {
        this.book = new OutsideBook(settings.outside(), ports.outsideNumbers());
        this.longestRing = settings.longestRing();
        this.clock = ports.clock();
        this.pbx = ports.pbx();
        this.journal = ports.journal();
        this.blocking = ports.blocking();
        this.run = run;
        this.gate = gate;
        this.trunks = trunks;
        this.calls = calls;
        this.desks = desks;
        this.held = held;
        this.closing = closing;
        this.recordingPauses = recordingPauses;
        this.announcer = announcer;
    }

    OutsideBook book() {
        return book;
    }

    boolean isUnderWay(OpenCall call) {
        return underWay.containsKey(call.id);
    }

    /** {@code reply}: once the other is rung, or it is known that nobody will be. */
    void begin(OpenCall call, Requester by, String name, Consumer<FloorReply> reply) {
        Instant now = clock.instant();
        Optional<AgentDesk> from = call.agent().flatMap(desks::find);
        Optional<OutsideDestination> to = book.find(call, name);
        if (from.isEmpty()) {
            reply.accept(Refused.noSuchAgent());
        } else if (to.isEmpty()) {
            reply.accept(OutsideBook.nobodyOfThatName());
        } else if (!to.get().mayBeChosenBy(by)) {
            reply.accept(OutsideBook.onlyASupervisor());
        } else if (call.isBeingGiven()) {
            reply.accept(TalkWords.beingTransferred());
        } else if (from.get().line().isEmpty()) {
            reply.accept(Refused.notNow(TalkWords.NO_HEADSET));
        } else if (gate.shut(now).isPresent()) {
            reply.accept(TalkWords.notTransferred(gate.shut(now).get().words()));
        } else {
            var talk = new OutsideTalk(call, from.get(), to.get(), now, reply);
            underWay.put(call.id, talk);
            call.outside(new OutsideTransfer(to.get().name(), to.get().label(), now, Stage.RINGING));
            announcer.callChanged(call);
            blocking.execute(() -> {
                Optional<Words> forbidden = book.forbidden(talk.to);
                run.accept(() -> looked(talk, forbidden));
            });
        }
    }

    private void looked(OutsideTalk talk, Optional<Words> forbidden) {
        if (!isCurrent(talk)) {
            return;
        }
        Optional<Words> refused = forbidden.or(talk::overtaken);
        if (refused.isPresent()) {
            fail(talk, refused.get());
        } else {
            talk.step(Step.HOLD, clock.instant());
            held.hold(talk.call, answer -> onHold(talk, answer));
        }
    }

    private void onHold(OutsideTalk talk, FloorReply answer) {
        if (!isCurrent(talk)) {
            if (answer instanceof Accepted && !talk.call.isBeingGiven()) {
                held.bringBackUnasked(talk.call);
            }
        } else if (answer instanceof Refused refused) {
            fail(talk, refused.why());
        } else {
            ring(talk);
        }
    }

    private void ring(OutsideTalk talk) {
        Instant now = clock.instant();
        Optional<Words> refused = talk.overtaken().or(() -> gate.shut(now).map(shut -> shut.words()));
        if (refused.isPresent()) {
            fail(talk, refused.get());
            return;
        }
        OutsideDestination to = talk.to;
        var leg = new OutsideLeg(talk.call.id, now.toEpochMilli());
        Optional<Line> line = trunks.place(leg, to.trunk(), to.number().country().stream().toList(), now);
        if (line.isEmpty()) {
            fail(talk, trunks.fullBecause(now)
                    .orElseGet(() -> new Words("its trunk has no line free", "其线路暂无空闲")));
            return;
        }
        talk.leg = leg;
        talk.step(Step.RING, now);
        journal.write(new FloorFact.OutsideRung(now, talk.call.id, to.name(), talk.from.agent().id(),
                line.get().trunk(), line.get().callerId()));
        pbx.ringOutside(
                new OutsideRequest(leg, to.number(), line.get().trunk(), line.get().callerId(), longestRing));
        talk.reply.give(new Accepted());
    }

    void hears(OutsideEvent event) {
        OutsideLeg leg = event.leg();
        Optional<OutsideTalk> talk = Optional.ofNullable(underWay.get(leg.attempt()))
                .filter(one -> leg.equals(one.leg));
        switch (event) {
            case PbxEvent.OutsideAnswered answered -> talk.filter(one -> one.step == Step.RING)
                    .ifPresentOrElse(this::consult, () -> endUnlessWanted(leg));
            case PbxEvent.OutsideMet met -> talk
                    .filter(one -> one.step == Step.CONSULT && isFroms(one, met.agent()))
                    .ifPresent(one -> {
                        one.step(Step.TALK, met.at());
                        show(one, Stage.CONSULTING);
                    });
            case PbxEvent.OutsideConnected connected -> talk.filter(one -> one.step == Step.JOIN)
                    .ifPresent(one -> taken(one, leg, connected.at()));
            case PbxEvent.OutsideEnded ended -> {
                trunks.ended(leg);
                talk.ifPresent(one -> fail(one, one.gone()));
                if (given.remove(leg.attempt(), leg)) {
                    calls.find(leg.attempt()).ifPresent(this::end);
                }
            }
        }
    }

    /** Nobody is on this line any more who was to be put through. */
    private void endUnlessWanted(OutsideLeg leg) {
        OutsideTalk talk = underWay.get(leg.attempt());
        boolean wanted = (talk != null && leg.equals(talk.leg)) || leg.equals(given.get(leg.attempt()));
        if (!wanted) {
            LOG.warn("{} is alive on the PBX and nobody's here: ended", leg);
            pbx.hangUp(leg);
            trunks.ended(leg);
        }
    }

    private static boolean isFroms(OutsideTalk talk, LegId leg) {
        return talk.from.line().filter(leg::equals).isPresent();
    }

    private void consult(OutsideTalk talk) {
        OutsideLeg leg = talk.leg;
        Optional<LegId> own = talk.from.line();
        if (own.isEmpty() || leg == null) {
            fail(talk, TalkWords.NO_HEADSET);
        } else {
            talk.step(Step.CONSULT, clock.instant());
            pbx.consult(own.get(), leg);
        }
    }

    private void show(OutsideTalk talk, Stage stage) {
        talk.call.outside().ifPresent(shown -> talk.call.outside(shown.at(stage)));
        announcer.callChanged(talk.call);
    }

    /** The two have talked, and the other takes the debtor. */
    void complete(OpenCall call, Consumer<FloorReply> reply) {
        OutsideTalk talk = underWay.get(call.id);
        OutsideLeg leg = talk == null ? null : talk.leg;
        if (talk == null || leg == null || talk.step != Step.TALK) {
            reply.accept(Refused.notNow("you do not talk to them yet", "您尚未与对方通话"));
        } else {
            talk.step(Step.JOIN, clock.instant());
            talk.reply.owedTo(reply);
            pbx.connect(leg);
        }
    }

    /** The agent has the debtor again. */
    void cancel(OpenCall call, Consumer<FloorReply> reply) {
        OutsideTalk talk = underWay.get(call.id);
        boolean onHold = call.state() instanceof CallState.Held;
        if (talk == null || !(onHold || talk.leg == null)) {
            reply.accept(Refused.notNow("this call is not being transferred", "这通电话没有在转接"));
            return;
        }
        if (onHold) {
            held.bringBack(call, HoldEnd.RESUMED, reply);
        } else {
            // A hold that is on its way comes back by itself.
            reply.accept(new Accepted());
        }
        Words why = new Words("taken back", "已收回");
        end(talk, why);
        talk.reply.give(TalkWords.notTransferred(why));
    }

    private void taken(OutsideTalk talk, OutsideLeg leg, Instant at) {
        underWay.remove(talk.call.id);
        hasGone(talk.call, leg, at);
        talk.reply.give(new Accepted());
    }

    /** Debtor and other talk: the agent wraps up, and the call goes on. */
    private void hasGone(OpenCall call, OutsideLeg leg, Instant at) {
        if (call.state() instanceof CallState.Held) {
            held.over(call, at, HoldEnd.TRANSFERRED);
        } else if (call.talkEndedAt().isEmpty()) {
            held.overInTheBooks(call, at, HoldEnd.TRANSFERRED);
        }
        recordingPauses.end(call);
        given.put(call.id, leg);
        journal.write(new FloorFact.OutsideTaken(at, call.id));
        call.outside().ifPresent(shown -> call.outside(shown.at(Stage.TAKEN)));
        call.agent().ifPresent(agent -> announcer.screenPopped(agent, call));
        closing.talkEnded(call, at);
        call.move(new CallState.Outside(at));
        announcer.callChanged(call);
    }

    /** The debtor is asked back before the other's line is ended: should the two be together, they would both be gone. */
    private void fail(OutsideTalk talk, Words why) {
        held.bringBackUnasked(talk.call);
        end(talk, why);
        if (!talk.reply.give(TalkWords.notTransferred(why))) {
            announcer.transferFailed(talk.from, talk.to.label(), why);
        }
    }

    private void end(OutsideTalk talk, Words why) {
        underWay.remove(talk.call.id);
        talk.call.outside(null);
        if (talk.leg != null) {
            pbx.hangUp(talk.leg);
            journal.write(new FloorFact.OutsideEnded(clock.instant(), talk.call.id, why));
        }
        announcer.callChanged(talk.call);
    }

    /** Whom the debtor was given to is gone. The PBX ends it by itself; nobody is to hang there with nobody in any case. */
    private void end(OpenCall call) {
        if (call.state() instanceof CallState.Outside && call.hangUpAskedAt().isEmpty()) {
            call.markHangUpAsked(clock.instant());
            pbx.hangUp(call.id);
        }
    }

    private boolean isCurrent(OutsideTalk talk) {
        return underWay.get(talk.call.id) == talk;
    }

    /** The PBX shows whom the debtor talks to. True: somebody outside, or somebody there has left them. */
    boolean shows(OpenCall call, LiveAttempt live, Instant at) {
        Optional<OutsideLeg> leg = live.outside();
        OutsideTalk talk = underWay.get(call.id);
        if (leg.isPresent() && talk != null) {
            hears(new PbxEvent.OutsideConnected(at, leg.get()));
        } else if (leg.isPresent() && !leg.get().equals(given.get(call.id))) {
            trunks.adopt(leg.get());
            hasGone(call, leg.get(), at);
        } else if (leg.isEmpty() && call.state() instanceof CallState.Outside) {
            end(call);
        }
        boolean out = leg.isPresent() || call.state() instanceof CallState.Outside;
        OutsideTalk lost = outOfSight.remove(call.id);
        if (lost != null && !out) {
            cameToNothing(lost, live, at);
        }
        return out;
    }

    private void cameToNothing(OutsideTalk lost, LiveAttempt live, Instant at) {
        if (lost.leg != null) {
            journal.write(new FloorFact.OutsideEnded(at, lost.call.id, TalkWords.LINK_DOWN));
            announcer.transferFailed(lost.from, lost.to.label(), TalkWords.LINK_DOWN);
        }
        if (live.held()) {
            held.held(lost.call, at);
            held.bringBackUnasked(lost.call);
        }
    }

    /**
     * Calls to the outside that nobody waits for are ended; those that are gone have ended, whether that was heard or not.
     *
     * @param placedBefore later ones may be missing from the list
     */
    void legs(List<OutsideLeg> alive, Instant placedBefore) {
        alive.forEach(this::endUnlessWanted);
        Set<OutsideLeg> gone = trunks.outside();
        alive.forEach(gone::remove);
        gone.stream()
                .filter(leg -> Instant.ofEpochMilli(leg.serial()).isBefore(placedBefore))
                .forEach(leg -> {
                    LOG.warn("{} is gone from the PBX and no word of its end was heard", leg);
                    hears(new PbxEvent.OutsideEnded(clock.instant(), leg, HangupCause.NONE));
                });
    }

    /** The next list tells who talks to whom, and what is written then is the truth. */
    void linkLost() {
        for (OutsideTalk talk : List.copyOf(underWay.values())) {
            underWay.remove(talk.call.id);
            talk.call.outside(null);
            if (talk.step != Step.LOOK) {
                outOfSight.put(talk.call.id, talk);
            }
            if (talk.leg != null) {
                trunks.ended(talk.leg);
            }
            talk.reply.give(TalkWords.notTransferred(TalkWords.LINK_DOWN));
            announcer.callChanged(talk.call);
        }
    }

    /** Gives up what nobody takes. */
    void tend() {
        Instant now = clock.instant();
        for (OutsideTalk talk : List.copyOf(underWay.values())) {
            if (calls.find(talk.call.id).filter(Transfers::goesOn).isEmpty()) {
                end(talk, TalkWords.TALK_OVER);
                talk.reply.give(TalkWords.notTransferred(TalkWords.TALK_OVER));
            } else if (talk.call.hold().filter(hold -> !now.isBefore(hold.returnsAt())).isPresent()) {
                fail(talk, TalkWords.HELD_LONGEST);
            } else {
                talk.hopeless(now, longestRing).ifPresent(why -> fail(talk, why));
            }
        }
        for (OutsideLeg leg : List.copyOf(given.values())) {
            if (calls.find(leg.attempt()).isEmpty()) {
                given.remove(leg.attempt());
                trunks.ended(leg);
                pbx.hangUp(leg);
            }
        }
        outOfSight.keySet().removeIf(attempt -> calls.find(attempt).isEmpty());
    }
}
