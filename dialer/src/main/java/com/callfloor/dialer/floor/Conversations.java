package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Requester;

/** What becomes of talks between their beginning and their end. Confined to the floor's thread, but for what people ask. */
final class Conversations implements CallControl {
    private final Pbx pbx;
    private final OpenCalls calls;
    private final Talks talks;
    private final HeldTalks held;
    private final Transfers transfers;
    private final Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask;

    /** @param ask brings a question to the floor's thread and its reply to whoever asked */
    Conversations(FloorSettings settings, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            AgentMoves agentMoves, RecordingPauses recordingPauses, Pops pops, FloorGate gate, Announcer announcer,
            Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask) {
        this.pbx = pbx;
        this.calls = calls;
        this.talks = new Talks(calls);
        this.held = new HeldTalks(settings.phones().longestHold(), clock, pbx, journal, calls, desks, gate,
                announcer);
        this.transfers = new Transfers(settings.phones(), clock, pbx, journal, calls, desks, agentMoves,
                recordingPauses, held, pops, announcer);
        this.ask = ask;
    }

    HeldTalks held() {
        return held;
    }

    @Override
    public CompletionStage<FloorReply> hold(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (transfers.isUnderWay(call)) {
                reply.accept(Refused.notNow("the debtor is on hold already, for the transfer", "债务人已因转接处于保持"));
            } else {
                held.hold(call, reply);
            }
        }));
    }

    @Override
    public CompletionStage<FloorReply> resume(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (transfers.isUnderWay(call)) {
                transfers.cancel(call, reply);
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
        return ask
                .apply(reply -> talks.with(attempt, by, reply, call -> transfers.begin(call, to, kind, reply)));
    }

    @Override
    public CompletionStage<FloorReply> completeTransfer(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> transfers.complete(call, reply)));
    }

    @Override
    public CompletionStage<FloorReply> cancelTransfer(AttemptId attempt, Requester by) {
        return ask.apply(reply -> {
            if (by instanceof Requester.OwnAgent own && transfers.isOffered(attempt, own.id())) {
                talks.with(attempt, reply, call -> transfers.leave(call, reply));
            } else {
                talks.with(attempt, by, reply, call -> transfers.cancel(call, reply));
            }
        });
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
        return transfers.taken(call, leg.agent(), at) || held.talksAgain(call, leg.agent(), at);
    }

    /** Two could not be joined; false if that was to begin the talk. */
    boolean stays(OpenCall call, LegId leg, String why) {
        return transfers.connectFailed(call, leg, why) || held.connectFailed(call, why);
    }

    void linkLost() {
        transfers.linkLost();
        held.linkLost();
    }

    /** Whoever picked up for a transfer waits for no tick. */
    void goOn() {
        transfers.tend();
    }

    void tend() {
        held.tend();
    }
}
