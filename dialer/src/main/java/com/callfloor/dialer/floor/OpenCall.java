package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** An attempt that is not closed. Confined to the floor's thread. */
final class OpenCall {
    final AttemptId id;
    final CaseCard card;
    final PhoneNumber number;
    final Purpose purpose;
    /** This phone may ring only while an agent is held for the call. */
    final boolean agentMustBeHeld;
    private CallState state;
    private boolean rang;
    private @Nullable Instant answeredAt;
    private @Nullable Instant connectedAt;
    private @Nullable AgentId agent;
    private @Nullable Instant hangUpAskedAt;
    private @Nullable String endNote;

    OpenCall(AttemptId id, CaseCard card, PhoneNumber number, Purpose purpose, boolean agentMustBeHeld,
            CallState state) {
        this.id = id;
        this.card = card;
        this.number = number;
        this.purpose = purpose;
        this.agentMustBeHeld = agentMustBeHeld;
        this.state = state;
    }

    CallState state() {
        return state;
    }

    void move(CallState next) {
        state = next;
    }

    boolean rang() {
        return rang;
    }

    void markRang() {
        rang = true;
    }

    /** An answered phone did ring, whether we heard of it or not. */
    void markAnswered(Instant at) {
        rang = true;
        answeredAt = at;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    void markConnected(Instant at) {
        connectedAt = at;
    }

    Optional<Instant> connectedAt() {
        return Optional.ofNullable(connectedAt);
    }

    /** {@code at}, or what is known to have happened to the call later than that. */
    Instant latestKnown(Instant at) {
        return Stream.of(Optional.of(at), answeredAt(), connectedAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** The agent who was chosen for this call and has not been released from it. */
    Optional<AgentId> agent() {
        return Optional.ofNullable(agent);
    }

    void assign(AgentId chosen) {
        agent = chosen;
    }

    void release() {
        agent = null;
    }

    Optional<Instant> hangUpAskedAt() {
        return Optional.ofNullable(hangUpAskedAt);
    }

    void markHangUpAsked(Instant at) {
        hangUpAskedAt = at;
    }

    /** Why we end this call, for the books. */
    Optional<String> endNote() {
        return Optional.ofNullable(endNote);
    }

    void noteEnd(String why) {
        endNote = why;
    }

    /** Whether pacing must still expect this call to need an agent. */
    boolean mayStillNeedAnAgent() {
        return switch (state) {
            case CallState.Reserved reserved -> true;
            case CallState.Dialing dialing -> true;
            case CallState.Ringing ringing -> true;
            case CallState.Detecting detecting -> true;
            case CallState.Waiting waiting -> true;
            default -> false;
        };
    }
}
