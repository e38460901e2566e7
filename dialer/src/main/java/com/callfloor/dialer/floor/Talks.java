package com.callfloor.dialer.floor;

import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;

/** Whose talk it is that something is asked of. Confined to the floor's thread. */
final class Talks {
    private final OpenCalls calls;

    Talks(OpenCalls calls) {
        this.calls = calls;
    }

    /** Tells {@code then} of the talk, or {@code reply} why there is none for whoever asks. */
    void with(AttemptId attempt, Requester by, Consumer<FloorReply> reply, Consumer<OpenCall> then) {
        if (by instanceof Requester.OwnAgent own
                && calls.find(attempt).filter(call -> !isOf(own.id(), call)).isPresent()) {
            reply.accept(new Refused(Refusal.NOT_YOURS, new Words("this call is not yours", "这不是您的通话")));
        } else {
            with(attempt, reply, then);
        }
    }

    /** The same for whoever has proven their right to it. */
    void with(AttemptId attempt, Consumer<FloorReply> reply, Consumer<OpenCall> then) {
        Optional<OpenCall> call = calls.find(attempt);
        if (call.isEmpty()) {
            reply.accept(Refused.noSuchCall());
        } else if (call.get().takenOverBy().isPresent()) {
            reply.accept(Refused.notNow(TalkWords.TAKEN_OVER));
        } else if (!call.get().isTalk()) {
            reply.accept(Refused.notNow("nobody talks in this call now; wait until the two are connected",
                    "这通电话现在无人通话，请等双方接通"));
        } else {
            then.accept(call.get());
        }
    }

    private static boolean isOf(AgentId agent, OpenCall call) {
        return call.agent().filter(agent::equals).isPresent();
    }
}
