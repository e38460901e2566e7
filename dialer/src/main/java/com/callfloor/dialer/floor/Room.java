package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.supervision.FloorReply;
import org.jspecify.annotations.Nullable;

/** One talk of three, on its way or there. Confined to the floor's thread. */
final class Room {
    final OpenCall call;
    final AgentDesk first;
    final Invitee third;
    final boolean barged;
    Step step;
    Instant stepAt;
    /** Why the third is on their way out. */
    ConferenceEnd leaving = ConferenceEnd.LEFT;
    /** Of the third, the last one known: their line may be gone by the time at which its end is told. */
    @Nullable
    LegId thirdsLeg;
    boolean firstIn;
    boolean thirdIn;
    /** Since then the first agent is not with the other two. */
    @Nullable
    Instant firstAwaySince;
    /** Since then the third's line waits, and nobody asked for that. */
    @Nullable
    Instant thirdIdleSince;
    final OneReply reply = new OneReply();

    /** What the PBX was asked last. */
    enum Step {
        RING, JOIN, TALK, LET_GO, HAND_OVER
    }

    Room(OpenCall call, AgentDesk first, Invitee third, boolean barged, Step step, Instant at) {
        this.call = call;
        this.first = first;
        this.third = third;
        this.barged = barged;
        this.step = step;
        this.stepAt = at;
    }

    void step(Step next, Instant at) {
        step = next;
        stepAt = at;
    }

    /** {@code asks} is answered once, when the step is done or has failed. */
    void step(Step next, Instant at, Consumer<FloorReply> asks) {
        step(next, at);
        reply.owedTo(asks);
    }

    boolean isThirds(LegId leg) {
        return leg.equals(thirdsLeg) || third.line().filter(leg::equals).isPresent();
    }

    /** Whether the call is this person's. */
    boolean isOf(Agent person) {
        return call.agent().filter(person.id()::equals).isPresent();
    }

    boolean isFirsts(LegId leg) {
        return leg.agent().equals(first.agent().id());
    }

    void firstIsAway(Instant at) {
        if (firstIn) {
            firstIn = false;
            firstAwaySince = at;
        }
    }

    /** Whoever is away now need not come back. */
    boolean isEnding() {
        return call.hangUpAskedAt().isPresent() || call.questionWanted();
    }

    Optional<Instant> firstAway() {
        return Optional.ofNullable(firstAwaySince);
    }
}
