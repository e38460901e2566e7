package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;

/** What becomes of talks between their beginning and their end. Confined to the floor's thread, but for what people ask. */
final class Conversations implements CallControl {
    private static final Words THIRD = new Words("a third person is in this call, or comes into it; ",
            "第三方已在或正进入这通电话，");

    private static final Refused THIRD_FIRST = Refused
            .notNow(THIRD.then(new Words("let them go first, or leave the call to them", "请先让其退出，或将通话交给对方")));

    private final Clock clock;
    private final Pbx pbx;
    private final OpenCalls calls;
    private final Talks talks;
    private final AgentDesks desks;
    private final TakeOvers takeOvers;
    private final Guests guests;
    private final Invitees invitees;
    private final HeldTalks held;
    private final OutsideTransfers outside;
    private final Transfers transfers;
    private final Conferences conferences;
    private final Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask;

    /** @param ask brings a question to the floor's thread and its reply to whoever asked */
    Conversations(FloorSettings settings, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            AgentMoves agentMoves, RecordingPauses recordingPauses, TakeOvers takeOvers, HeldTalks held,
            OutsideTransfers outside, Pops pops, FloorGate gate, Announcer announcer,
            Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask) {
        this.clock = clock;
        this.pbx = pbx;
        this.calls = calls;
        this.talks = new Talks(calls);
        this.held = held;
        this.outside = outside;
        this.desks = desks;
        this.takeOvers = takeOvers;
        this.guests = new Guests(clock, pbx);
        this.invitees = new Invitees(pbx, desks, agentMoves, guests, takeOvers, pops, announcer);
        var handOvers = new HandOvers(journal, agentMoves, recordingPauses, announcer);
        this.transfers = new Transfers(settings.phones(), clock, pbx, journal, calls, desks, held, handOvers,
                announcer);
        this.conferences = new Conferences(settings.phones(), clock, pbx, journal, calls, desks, held, handOvers,
                invitees, gate, announcer);
        this.ask = ask;
    }

    HeldTalks held() {
        return held;
    }

    OutsideTransfers outside() {
        return outside;
    }

    Guests guests() {
        return guests;
    }

    /** Whether a third is in this call, or comes into it. */
    boolean isOfThree(OpenCall call) {
        return conferences.isUnderWay(call);
    }

    /** A list of the PBX's shows these with the debtor; nobody, too. */
    void check(OpenCall call, List<LegId> there, Instant at) {
        conferences.check(call, there, at);
    }

    void idle(LegId leg, Instant at) {
        conferences.idle(leg, at);
    }

    void down(LegId leg, Instant at) {
        conferences.down(leg, at);
    }

    @Override
    public CompletionStage<FloorReply> hold(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (isBeingGiven(call)) {
                reply.accept(call.state() instanceof CallState.Held
                        ? Refused.notNow("the debtor is on hold already, for the transfer", "债务人已因转接处于保持")
                        : Refused.notNow("the debtor is about to be put on hold, for the transfer, and still hears you",
                                "即将因转接保持债务人，债务人此刻仍能听到您说话"));
            } else if (conferences.isUnderWay(call)) {
                reply.accept(Refused.notNow(THIRD.then(new Words("let them go first", "请先让其退出"))));
            } else {
                held.hold(call, reply);
            }
        }));
    }

    private boolean isBeingGiven(OpenCall call) {
        return transfers.isUnderWay(call) || outside.isUnderWay(call);
    }

    @Override
    public CompletionStage<FloorReply> resume(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (isBeingGiven(call)) {
                end(call, by, reply);
            } else {
                held.resume(call, reply);
            }
        }));
    }

    @Override
    public CompletionStage<FloorReply> press(AttemptId attempt, Requester by, Digits digits) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (call.state() instanceof CallState.Held) {
                reply.accept(Refused.notNow("the debtor is on hold; go on talking before you press keys",
                        "债务人处于保持，请先恢复通话再按键"));
            } else {
                pbx.press(call.id, digits);
                reply.accept(new Accepted());
            }
        }));
    }

    @Override
    public CompletionStage<FloorReply> transfer(AttemptId attempt, Requester by, AgentId to, TransferKind kind) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> invitees.agent(to)
                .ifPresentOrElse(agent -> transfer(call, agent, kind, reply),
                        () -> reply.accept(Refused.noSuchAgent()))));
    }

    @Override
    public CompletionStage<FloorReply> transferToSupervisor(AttemptId attempt, Requester by, Agent supervisor,
            TransferKind kind) {
        return ask.apply(reply -> talks.with(attempt, by, reply,
                call -> transfer(call, invitees.supervisor(supervisor), kind, reply)));
    }

    private void transfer(OpenCall call, Invitee to, TransferKind kind, Consumer<FloorReply> reply) {
        if (conferences.isUnderWay(call)) {
            reply.accept(THIRD_FIRST);
        } else if (outside.isUnderWay(call)) {
            reply.accept(TalkWords.beingTransferred());
        } else {
            transfers.begin(call, to, kind, reply);
        }
    }

    @Override
    public CompletionStage<List<OutsideDestination>> outsideDestinations(AttemptId attempt, Requester by) {
        var found = new AtomicReference<List<OutsideDestination>>(List.of());
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            found.set(outside.book().of(call, by));
            reply.accept(new Accepted());
        })).thenApply(reply -> found.get());
    }

    @Override
    public CompletionStage<FloorReply> transferOutside(AttemptId attempt, Requester by, String destination) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (conferences.isUnderWay(call)) {
                reply.accept(THIRD_FIRST);
            } else {
                outside.begin(call, by, destination, reply);
            }
        }));
    }

    @Override
    public CompletionStage<FloorReply> acceptTransfer(AttemptId attempt, Agent supervisor) {
        return ask.apply(reply -> {
            FloorReply answer = guests.accept(attempt, supervisor);
            if (answer instanceof Accepted) {
                transfers.accepted(attempt);
            }
            reply.accept(answer);
        });
    }

    @Override
    public CompletionStage<FloorReply> completeTransfer(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (outside.isUnderWay(call)) {
                outside.complete(call, reply);
            } else if (!conferences.isUnderWay(call)) {
                transfers.complete(call, reply);
            } else if (mayEnd(call, by, reply)) {
                conferences.handOver(call, reply);
            }
        }));
    }

    @Override
    public CompletionStage<FloorReply> cancelTransfer(AttemptId attempt, Requester by) {
        return ask.apply(reply -> {
            AgentId person = switch (by) {
                case Requester.OwnAgent own -> own.id();
                case Requester.Supervisor supervisor -> new AgentId(supervisor.userId());
            };
            if (transfers.isOffered(attempt, person)) {
                talks.with(attempt, reply, call -> transfers.leave(call, reply));
            } else if (conferences.isThird(attempt, person)) {
                talks.with(attempt, reply, call -> conferences.letGo(call, ConferenceEnd.LEFT, reply));
            } else {
                talks.with(attempt, by, reply, call -> end(call, by, reply));
            }
        });
    }

    private void end(OpenCall call, Requester by, Consumer<FloorReply> reply) {
        if (outside.isUnderWay(call)) {
            outside.cancel(call, reply);
        } else if (!conferences.isUnderWay(call)) {
            transfers.cancel(call, reply);
        } else if (mayEnd(call, by, reply)) {
            conferences.letGo(call, ConferenceEnd.LET_GO, reply);
        }
    }

    /** A supervisor who came in unasked goes when they want to. */
    private boolean mayEnd(OpenCall call, Requester by, Consumer<FloorReply> reply) {
        boolean may = by instanceof Requester.Supervisor || !conferences.isBarged(call);
        if (!may) {
            reply.accept(Refused.notNow("a supervisor came into this call and leaves it by themselves",
                    "有班长进入了这通电话，会自行退出"));
        }
        return may;
    }

    @Override
    public CompletionStage<FloorReply> confer(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            Optional<AgentDesk> first = call.agent().flatMap(desks::find);
            Optional<Invitee> third = first.flatMap(desk -> transfers.leaveTogether(call));
            if (third.isPresent()) {
                conferences.bringTogether(call, first.get(), third.get(), reply);
            } else {
                reply.accept(TalkWords.youAskNobody());
            }
        }));
    }

    /** {@code supervisor} with the phone that is to be rung. */
    FloorReply bargeIn(AgentId agent, Agent supervisor) {
        Optional<AgentDesk> desk = desks.find(agent);
        if (desk.isEmpty()) {
            return Refused.noSuchAgent();
        }
        Optional<OpenCall> call = calls.all()
                .stream()
                .filter(open -> open.agent().filter(agent::equals).isPresent())
                .filter(open -> open.state() instanceof CallState.Connected && open.takenOverBy().isEmpty())
                .findFirst();
        Invitee third = invitees.supervisor(supervisor);
        if (call.isEmpty()) {
            return Refused.notNow("the agent talks to no debtor now; wait until two talk, or listen",
                    "该坐席此刻没有与债务人通话，请等待接通或选择监听");
        }
        if (conferences.isUnderWay(call.get()) || isBeingGiven(call.get())
                || takeOvers.isFor(call.get().id)) {
            return Refused.notNow("somebody else comes into this call, or is in it", "已有其他人在或正进入这通电话");
        }
        if (third.cannotCome(clock.instant()).isPresent()) {
            return TalkWords.youHaveACall();
        }
        guests.ring(supervisor, call.get().id);
        conferences.bargeIn(call.get(), desk.get(), third);
        return new Accepted();
    }

    /** As {@link #bargeIn}; a supervisor who is in the talk as a third has the debtor as soon as the agent is out. */
    void takeOver(AttemptId attempt, Agent supervisor, Consumer<FloorReply> reply) {
        if (conferences.isThird(attempt, supervisor.id())) {
            talks.with(attempt, reply, call -> conferences.handOver(call, reply));
        } else if (guests.isTaken(supervisor.id())) {
            reply.accept(TalkWords.youHaveACall());
        } else if (calls.find(attempt).filter(conferences::isUnderWay).isPresent()) {
            reply.accept(Refused.notNow(THIRD.then(new Words("wait until it is a talk of two again", "请等恢复双方通话"))));
        } else {
            reply.accept(takeOvers.wish(attempt, supervisor));
        }
    }

    void hears(PbxEvent.TalkEvent event) {
        switch (event) {
            case PbxEvent.Held onHold ->
                calls.find(onHold.attempt()).ifPresent(call -> held.held(call, onHold.at()));
            case PbxEvent.HoldFailed failed ->
                calls.find(failed.attempt()).ifPresent(call -> held.holdFailed(call, failed.why()));
            case PbxEvent.AgentsMet met -> transfers.consulting(met.one(), met.other());
        }
    }

    /** Two hear each other; false if that begins the talk. */
    boolean goesOn(OpenCall call, LegId leg, Instant at) {
        return conferences.connected(call, leg, at) || transfers.taken(call, leg, at)
                || held.talksAgain(call, leg.agent(), at);
    }

    /** Two could not be joined; false if that was to begin the talk. */
    boolean stays(OpenCall call, LegId leg, Words why) {
        return transfers.connectFailed(call, leg, why) || held.connectFailed(call, why);
    }

    void linkLost() {
        guests.linkLost();
        conferences.linkLost();
        transfers.linkLost();
        outside.linkLost();
        held.linkLost();
    }

    /** Whoever picked up for a transfer waits for no tick. */
    void goOn() {
        transfers.tend();
        outside.tend();
        conferences.tend();
    }

    void tend() {
        guests.tend();
        held.tend();
    }
}
