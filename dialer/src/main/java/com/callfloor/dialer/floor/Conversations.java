package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.Requester;

/** What becomes of talks between their beginning and their end. Confined to the floor's thread, but for what people ask. */
final class Conversations implements CallControl {
    private final Pbx pbx;
    private final Talks talks;
    private final HeldTalks held;
    private final Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask;

    /** @param ask brings a question to the floor's thread and its reply to whoever asked */
    Conversations(FloorSettings settings, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            Announcer announcer, Function<Consumer<Consumer<FloorReply>>, CompletionStage<FloorReply>> ask) {
        this.pbx = pbx;
        this.talks = new Talks(calls);
        this.held = new HeldTalks(settings.phones().longestHold(), clock, pbx, journal, calls, desks, announcer);
        this.ask = ask;
    }

    HeldTalks held() {
        return held;
    }

    @Override
    public CompletionStage<FloorReply> hold(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> held.hold(call, reply)));
    }

    @Override
    public CompletionStage<FloorReply> resume(AttemptId attempt, Requester by) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> held.resume(call, reply)));
    }

    @Override
    public CompletionStage<FloorReply> press(AttemptId attempt, Requester by, Digits digits) {
        return ask.apply(reply -> talks.with(attempt, by, reply, call -> {
            if (call.state() instanceof CallState.Held) {
                reply.accept(Talks.notNow("the debtor is on hold; go on talking before you press keys"));
            } else {
                pbx.press(call.id, digits);
                reply.accept(new Accepted());
            }
        }));
    }

    /** Two hear each other; false if that begins the talk. */
    boolean goesOn(OpenCall call, LegId leg, Instant at) {
        return held.talksAgain(call, leg.agent(), at);
    }

    /** Two could not be joined; false if that was to begin the talk. */
    boolean stays(OpenCall call, String why) {
        return held.connectFailed(call, why);
    }

    void linkLost() {
        held.linkLost();
    }

    void tend() {
        held.tend();
    }
}
