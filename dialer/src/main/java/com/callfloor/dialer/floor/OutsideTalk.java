package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** One talk on its way to somebody outside the floor. Confined to the floor's thread. */
final class OutsideTalk {
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(3);
    private static final Duration HEADSET_BACK_WITHIN = Duration.ofSeconds(3);

    final OpenCall call;
    final AgentDesk from;
    final OutsideDestination to;
    final OneReply reply = new OneReply();
    Step step = Step.LOOK;
    Instant stepAt;
    /** Since when the agent's headset is gone, as far as that was looked at. */
    @Nullable
    private Instant awaySince;
    /** Null until they are rung. */
    @Nullable
    OutsideLeg leg;

    /** What was asked last: of the books, then of the PBX. */
    enum Step {
        LOOK, HOLD, RING, CONSULT, TALK, JOIN
    }

    OutsideTalk(OpenCall call, AgentDesk from, OutsideDestination to, Instant askedAt, Consumer<FloorReply> reply) {
        this.call = call;
        this.from = from;
        this.to = to;
        this.stepAt = askedAt;
        this.reply.owedTo(reply);
    }

    void step(Step next, Instant at) {
        step = next;
        stepAt = at;
    }

    /** Why there is no debtor to put through any more: the talk went another way while something was asked. */
    Optional<Words> overtaken() {
        if (call.takenOverBy().isPresent()) {
            return Optional.of(TalkWords.TAKEN_OVER);
        }
        if (call.state() instanceof CallState.AgentLost) {
            return Optional.of(TalkWords.NO_HEADSET);
        }
        boolean goesOn = call.isTalk() && call.hangUpAskedAt().isEmpty() && !call.questionWanted();
        return goesOn ? Optional.empty() : Optional.of(TalkWords.CALL_OVER);
    }

    /** Why it cannot go on: nobody has answered, or a phone is lost; empty as long as it may. */
    Optional<Words> hopeless(Instant now, Duration longestRing) {
        boolean late = now.isAfter(stepAt.plus(CONFIRMED_WITHIN));
        return switch (step) {
            case LOOK -> late ? Optional.of(OutsideBook.NOBODY_KNOWS) : Optional.empty();
            // Answered in time, whatever the PBX does.
            case HOLD -> Optional.empty();
            case RING -> isHeadsetAway(now)
                    ? Optional.of(TalkWords.NO_HEADSET)
                    : now.isAfter(stepAt.plus(longestRing).plus(CONFIRMED_WITHIN))
                            ? Optional.of(gone())
                            : Optional.empty();
            case CONSULT -> late
                    ? Optional.of(Words.of("the PBX did not join you with %s", "PBX 未能接通您与 %s", to.label()))
                    : Optional.empty();
            case JOIN -> late
                    ? Optional.of(Words.of("the PBX did not put the debtor through to %s", "PBX 未能将债务人转给 %s",
                            to.label()))
                    : Optional.empty();
            case TALK -> from.line().isEmpty()
                    ? Optional.of(TalkWords.DISCONNECTED)
                    : Optional.empty();
        };
    }

    /** A page that is loaded anew is back in time. */
    private boolean isHeadsetAway(Instant now) {
        if (from.line().isPresent()) {
            awaySince = null;
        } else if (awaySince == null) {
            awaySince = now;
        }
        return awaySince != null && now.isAfter(awaySince.plus(HEADSET_BACK_WITHIN));
    }

    /** The other's line has ended. */
    Words gone() {
        return step == Step.RING
                ? Words.of("%s was not reached", "未能接通%s", to.label())
                : Words.of("%s hung up", "%s已挂断", to.label());
    }
}
