package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Heard;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger.Third;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.Hold;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.supervision.RecordingPause;
import com.callfloor.dialer.supervision.Transfer;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** An attempt that is not closed. Confined to the floor's thread. */
final class OpenCall {
    final AttemptId id;
    final CaseCard card;
    final PhoneNumber number;
    /** As people may see it: kept, since every change of the floor shows every call. */
    final String maskedNumber;
    final Purpose purpose;
    /** This phone may ring only while an agent is held for the call. */
    final boolean agentMustBeHeld;
    final PastAgents pastAgents;
    /** See {@link com.callfloor.dialer.pacing.FloorPicture.RingingCall}. */
    final double lift;
    private CallState state;
    private Heard heard = Heard.NOTHING;
    private @Nullable Placed placed;
    private @Nullable Words refusals;
    private @Nullable Instant dialedAt;
    private @Nullable Instant answeredAt;
    private boolean ringingOver;
    private boolean settled;
    private @Nullable Instant connectedAt;
    private @Nullable Instant talkEndedAt;
    private boolean questionWanted;
    private @Nullable AgentId agent;
    private @Nullable Agent takenOverBy;
    private @Nullable Instant hangUpAskedAt;
    private @Nullable Words endNote;
    private @Nullable RecordingPause pause;
    private @Nullable Hold hold;
    private @Nullable Transfer transfer;
    private @Nullable Conference conference;
    private @Nullable Third recalled;
    private @Nullable OutsideTransfer outside;

    /** Which way it was sent last; it may be sent another way until {@code dialBy}. */
    record Placed(String trunk, MessageLanguage language, AnsweringMachines machines, Instant dialBy) {}

    OpenCall(AttemptId id, CaseCard card, PhoneNumber number, Purpose purpose, boolean agentMustBeHeld,
            PastAgents pastAgents, double lift, CallState state) {
        this.id = id;
        this.card = card;
        this.number = number;
        this.maskedNumber = number.masked();
        this.purpose = purpose;
        this.agentMustBeHeld = agentMustBeHeld;
        this.pastAgents = pastAgents;
        this.lift = lift;
        this.state = state;
    }

    String campaign() {
        return card.campaign();
    }

    CallState state() {
        return state;
    }

    void move(CallState next) {
        state = next;
    }

    Optional<Placed> placed() {
        return Optional.ofNullable(placed);
    }

    void placed(String trunk, MessageLanguage language, AnsweringMachines machines, Instant dialBy) {
        placed = new Placed(trunk, language, machines, dialBy);
    }

    /** Which trunks refused it before another one took it, for the books. */
    Optional<Words> refusals() {
        return Optional.ofNullable(refusals);
    }

    void noteRefusal(Words refusal) {
        refusals = refusals == null ? refusal : refusals.and(refusal);
    }

    Heard heard() {
        return heard;
    }

    void markHeard(Heard more) {
        heard = heard.and(more);
    }

    Optional<Instant> dialedAt() {
        return Optional.ofNullable(dialedAt);
    }

    void markDialed(Instant at) {
        dialedAt = at;
    }

    /** An answered phone did ring, whether we heard of it or not. */
    void markAnswered(Instant at) {
        heard = Heard.RINGING;
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

    /** The agent is out of it, and the debtor is asked. */
    void markTalkEnded(Instant at) {
        talkEndedAt = at;
    }

    Optional<Instant> talkEndedAt() {
        return Optional.ofNullable(talkEndedAt);
    }

    /** The PBX is to ask the debtor now: false if that was wanted before. */
    boolean markQuestionWanted() {
        boolean first = !questionWanted;
        questionWanted = true;
        return first;
    }

    boolean questionWanted() {
        return questionWanted;
    }

    /** The PBX was not reached with it: agent and debtor still talk. */
    void markQuestionLost() {
        questionWanted = false;
    }

    /** {@code at}, or what is known to have happened to the call later than that. */
    Instant latestKnown(Instant at) {
        return Stream.of(Optional.of(at), answeredAt(), connectedAt(), talkEndedAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** The phone rings no more: false if that was said before. */
    boolean markRingingOver() {
        boolean first = !ringingOver;
        ringingOver = true;
        return first;
    }

    /** Connected or abandoned: false if that was said before. */
    boolean markSettled() {
        boolean first = !settled;
        settled = true;
        return first;
    }

    /** Debtor and agent are in a conversation, on hold or not. */
    boolean isTalk() {
        return state instanceof CallState.Connected || state instanceof CallState.Held;
    }

    /** The agent who was chosen for this call and has not been released from it. */
    Optional<AgentId> agent() {
        return Optional.ofNullable(agent);
    }

    void assign(AgentId chosen) {
        agent = chosen;
        if (takenOverBy != null && !takenOverBy.id().equals(chosen)) {
            takenOverBy = null;
        }
    }

    void release() {
        agent = null;
    }

    /** The supervisor who has the debtor instead of the agent. */
    Optional<Agent> takenOverBy() {
        return Optional.ofNullable(takenOverBy);
    }

    void takeOver(Agent supervisor) {
        takenOverBy = supervisor;
        agent = supervisor.id();
    }

    Optional<Instant> hangUpAskedAt() {
        return Optional.ofNullable(hangUpAskedAt);
    }

    void markHangUpAsked(Instant at) {
        hangUpAskedAt = at;
    }

    /** Present while the PBX keeps both sides out of the recording. */
    Optional<RecordingPause> pause() {
        return Optional.ofNullable(pause);
    }

    void pause(@Nullable RecordingPause now) {
        pause = now;
    }

    /** Present while the debtor hears music instead of the agent. */
    Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    void hold(@Nullable Hold now) {
        hold = now;
    }

    /** Present while somebody else is offered the talk. */
    Optional<Transfer> transfer() {
        return Optional.ofNullable(transfer);
    }

    void transfer(@Nullable Transfer now) {
        transfer = now;
    }

    /** Present while the talk is on its way to somebody outside the floor, and after it. */
    Optional<OutsideTransfer> outside() {
        return Optional.ofNullable(outside);
    }

    void outside(@Nullable OutsideTransfer now) {
        outside = now;
    }

    /** Whether the debtor is on hold for a transfer, which brings them back by itself. */
    boolean isBeingGiven() {
        return transfer != null || outside != null;
    }

    /** The books had this third in it when the last dialer ended; whether they are still there the PBX tells. */
    void recall(@Nullable Third third) {
        recalled = third;
    }

    /** Whose leg is in this call without a desk: by name if the books know them. */
    Agent guest(LegId leg) {
        return recalled(leg).map(Third::who).orElseGet(() -> Agent.withoutPhone(leg.agent(), "", ""));
    }

    /** Whether they were asked in, as far as the books know. */
    boolean wasAskedIn(LegId leg) {
        return recalled(leg).filter(third -> !third.barged()).isPresent();
    }

    private Optional<Third> recalled(LegId leg) {
        return Optional.ofNullable(recalled).filter(third -> third.who().id().equals(leg.agent()));
    }

    /** Present while a third is in the talk. */
    Optional<Conference> conference() {
        return Optional.ofNullable(conference);
    }

    void conference(@Nullable Conference now) {
        conference = now;
    }

    /** Why this call ends, if it ends now, for the books. */
    Optional<Words> endNote() {
        return Optional.ofNullable(endNote);
    }

    void noteEnd(@Nullable Words why) {
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
