package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Transfer;
import com.callfloor.dialer.supervision.Transfer.Stage;
import com.callfloor.dialer.words.Words;

/**
 * Talks on their way from an agent to another, or to a supervisor. The debtor is on hold meanwhile, and whatever goes wrong brings
 * the debtor back to the first agent, with the reason. Confined to the floor's thread.
 */
final class Transfers {
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(3);

    private final AgentPhones phones;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final HeldTalks held;
    private final HandOvers handOvers;
    private final Announcer announcer;
    private final Map<AttemptId, UnderWay> underWay = new HashMap<>();

    /** What the PBX was asked last. */
    private enum Step {
        HOLD, RING, CONSULT, TALK, JOIN
    }

    private static final class UnderWay {
        final OpenCall call;
        final AgentDesk from;
        final Invitee to;
        final TransferKind kind;
        final Instant askedAt;
        final OneReply reply = new OneReply();
        Step step = Step.HOLD;
        Instant stepAt;

        UnderWay(OpenCall call, AgentDesk from, Invitee to, TransferKind kind, Instant askedAt,
                Consumer<FloorReply> reply) {
            this.call = call;
            this.from = from;
            this.to = to;
            this.kind = kind;
            this.askedAt = askedAt;
            this.stepAt = askedAt;
            this.reply.owedTo(reply);
        }

        void step(Step next, Instant at) {
            step = next;
            stepAt = at;
        }
    }

    Transfers(AgentPhones phones, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            HeldTalks held, HandOvers handOvers, Announcer announcer) {
        this.phones = phones;
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.held = held;
        this.handOvers = handOvers;
        this.announcer = announcer;
    }

    boolean isUnderWay(OpenCall call) {
        return underWay.containsKey(call.id);
    }

    /**
     * {@code reply}: blind, once the other has the debtor; warm, once the two talk; either, once somebody must be asked or a phone
     * rung.
     */
    void begin(OpenCall call, Invitee to, TransferKind kind, Consumer<FloorReply> reply) {
        Instant now = clock.instant();
        Optional<AgentDesk> from = call.agent().flatMap(desks::find);
        if (from.isEmpty()) {
            reply.accept(Refused.noSuchAgent());
        } else if (isUnderWay(call)) {
            reply.accept(TalkWords.beingTransferred());
        } else if (from.get().agent().id().equals(to.who().id())) {
            reply.accept(Refused.notNow("this agent has the call already", "这通电话已在该坐席处"));
        } else if (to.cannotCome(now).isPresent()) {
            reply.accept(Refused.notNow(to.cannotCome(now).get()));
        } else {
            var transfer = new UnderWay(call, from.get(), to, kind, now, reply);
            underWay.put(call.id, transfer);
            to.keep(call);
            call.transfer(new Transfer(kind, transfer.from.agent(), to.who(), now, Stage.OFFERED));
            announcer.callChanged(call);
            held.hold(call, answer -> onHold(transfer, answer));
        }
    }

    private void onHold(UnderWay transfer, FloorReply answer) {
        if (!isCurrent(transfer)) {
            if (answer instanceof Accepted && !isUnderWay(transfer.call)) {
                held.bringBackUnasked(transfer.call);
            }
            return;
        }
        if (answer instanceof Refused refused) {
            fail(transfer, refused.why());
        } else if (transfer.to.line().isPresent()) {
            offer(transfer, transfer.to.line().get());
        } else {
            transfer.step(Step.RING, clock.instant());
            transfer.to.ask(transfer.call);
            transfer.reply.give(new Accepted());
        }
    }

    /** Who is asked wants it, and has as long to pick up as they had to say so. */
    void accepted(AttemptId attempt) {
        Optional.ofNullable(underWay.get(attempt))
                .filter(transfer -> transfer.step == Step.RING)
                .ifPresent(transfer -> transfer.step(Step.RING, clock.instant()));
    }

    /** The other has the case before them from here on. */
    private void offer(UnderWay transfer, LegId leg) {
        Instant now = clock.instant();
        Optional<LegId> own = transfer.from.line();
        if (transfer.kind == TransferKind.WARM && own.isEmpty()) {
            fail(transfer, TalkWords.NO_HEADSET);
            return;
        }
        transfer.to.joins(transfer.call, now);
        if (transfer.kind == TransferKind.WARM) {
            transfer.step(Step.CONSULT, now);
            pbx.consult(own.get(), leg);
        } else {
            transfer.step(Step.JOIN, now);
            pbx.connect(transfer.call.id, leg);
        }
    }

    /** The two who are to talk about the debtor hear each other. */
    void consulting(LegId one, LegId other) {
        for (UnderWay transfer : underWay.values()) {
            boolean these = isOn(transfer.from.line(), one, other) && isOn(transfer.to.line(), one, other);
            if (these && transfer.step == Step.CONSULT) {
                transfer.step(Step.TALK, clock.instant());
                show(transfer, Stage.CONSULTING);
                transfer.reply.give(new Accepted());
            }
        }
    }

    private static boolean isOn(Optional<LegId> line, LegId one, LegId other) {
        return line.filter(leg -> leg.equals(one) || leg.equals(other)).isPresent();
    }

    private void show(UnderWay transfer, Stage stage) {
        transfer.call.transfer().ifPresent(shown -> transfer.call.transfer(shown.at(stage)));
        announcer.callChanged(transfer.call);
        announcer.screenPopped(transfer.to.who().id(), transfer.call);
    }

    /** The two have talked, and the other takes the debtor. */
    void complete(OpenCall call, Consumer<FloorReply> reply) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || transfer.step != Step.TALK || transfer.to.line().isEmpty()) {
            reply.accept(TalkWords.youAskNobody());
        } else {
            transfer.step(Step.JOIN, clock.instant());
            transfer.reply.owedTo(reply);
            pbx.connect(call.id, transfer.to.line().get());
        }
    }

    /** The two talk and stay together, with the debtor: no transfer is under way any more. Empty: nobody is being asked. */
    Optional<Invitee> leaveTogether(OpenCall call) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || transfer.step != Step.TALK) {
            return Optional.empty();
        }
        underWay.remove(call.id);
        return Optional.of(transfer.to);
    }

    /** The first agent has the debtor again. */
    void cancel(OpenCall call, Consumer<FloorReply> reply) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || !(call.state() instanceof CallState.Held)) {
            reply.accept(Refused.notNow("this call is not being transferred", "这通电话没有在转接"));
        } else {
            end(transfer, new Words("taken back", "已收回"));
            held.bringBack(call, HoldEnd.RESUMED, reply);
        }
    }

    /** Who is asked leaves the call to the first agent. */
    void leave(OpenCall call, Consumer<FloorReply> reply) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || (transfer.step != Step.TALK && transfer.to.hasDesk())) {
            reply.accept(TalkWords.nobodyAsksYou());
        } else {
            fail(transfer, Words.of("%s left it to you", "%s 将电话交还给您", transfer.to.who().name()));
            reply.accept(new Accepted());
        }
    }

    /** Whether this person is being asked about the call, and may leave it to the first agent. */
    boolean isOffered(AttemptId attempt, AgentId person) {
        UnderWay transfer = underWay.get(attempt);
        return transfer != null && transfer.to.who().id().equals(person);
    }

    /** The debtor and this agent hear each other; false if that is no transfer. */
    boolean taken(OpenCall call, LegId leg, Instant at) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || transfer.step != Step.JOIN || !transfer.to.who().id().equals(leg.agent())) {
            return false;
        }
        underWay.remove(call.id);
        held.over(call, at, HoldEnd.TRANSFERRED);
        handOvers.done(call, transfer.from, transfer.to, leg, transfer.kind, transfer.askedAt, at);
        transfer.reply.give(new Accepted());
        return true;
    }

    /** The debtor could not be joined with the other agent; false if that is no transfer. */
    boolean connectFailed(OpenCall call, LegId leg, Words why) {
        UnderWay transfer = underWay.get(call.id);
        if (transfer == null || transfer.step != Step.JOIN || !isOn(transfer.to.line(), leg, leg)) {
            return false;
        }
        fail(transfer, why);
        return true;
    }

    private void fail(UnderWay transfer, Words why) {
        end(transfer, why);
        if (!transfer.reply.give(TalkWords.notTransferred(why))) {
            announcer.transferFailed(transfer.from, transfer.to.who(), why);
        }
        held.bringBackUnasked(transfer.call);
    }

    private void end(UnderWay transfer, Words why) {
        OpenCall call = transfer.call;
        underWay.remove(call.id);
        call.transfer(null);
        if (transfer.kind == TransferKind.WARM) {
            transfer.to.part();
        }
        transfer.to.free(call, clock.instant(), why);
        journal.write(new FloorFact.Transferred(clock.instant(), call.id, transfer.askedAt, transfer.kind,
                transfer.from.agent().id(), transfer.to.who().id(), why));
        announcer.callChanged(call);
    }

    static boolean goesOn(OpenCall call) {
        return call.isTalk() || call.state() instanceof CallState.AgentLost;
    }

    private boolean isCurrent(UnderWay transfer) {
        return underWay.get(transfer.call.id) == transfer;
    }

    /** Nothing more will be heard of what was asked; the next snapshot tells who talks to whom. */
    void linkLost() {
        for (UnderWay transfer : Map.copyOf(underWay).values()) {
            end(transfer, TalkWords.LINK_DOWN);
            transfer.reply.give(TalkWords.notTransferred(TalkWords.LINK_DOWN));
        }
    }

    /** Goes on with whoever has picked up, and gives up what nobody takes. */
    void tend() {
        Instant now = clock.instant();
        for (UnderWay transfer : Map.copyOf(underWay).values()) {
            if (calls.find(transfer.call.id).filter(Transfers::goesOn).isEmpty()) {
                Words why = TalkWords.TALK_OVER;
                end(transfer, why);
                transfer.reply.give(TalkWords.notTransferred(why));
            } else if (transfer.call.hold().filter(hold -> !now.isBefore(hold.returnsAt())).isPresent()) {
                fail(transfer, TalkWords.HELD_LONGEST);
            } else {
                tend(transfer, now);
            }
        }
    }

    private void tend(UnderWay transfer, Instant now) {
        String name = transfer.to.who().name();
        switch (transfer.step) {
            case HOLD -> {
                // Answered in time, whatever the PBX does.
            }
            case RING -> {
                if (transfer.to.gaveUp(transfer.call).isPresent()) {
                    fail(transfer, transfer.to.gaveUp(transfer.call).get());
                } else if (transfer.to.line().isPresent()) {
                    offer(transfer, transfer.to.line().get());
                } else if (now.isAfter(transfer.stepAt.plus(phones.longestRing()).plus(CONFIRMED_WITHIN))) {
                    fail(transfer, TalkWords.notPickedUp(name));
                }
            }
            case CONSULT, JOIN -> {
                if (now.isAfter(transfer.stepAt.plus(CONFIRMED_WITHIN))) {
                    fail(transfer, Words.of("the PBX did not join you with %s", "PBX 未能接通您与 %s", name));
                }
            }
            case TALK -> {
                if (transfer.to.line().isEmpty() || transfer.from.line().isEmpty()) {
                    fail(transfer, TalkWords.DISCONNECTED);
                }
            }
        }
    }
}
