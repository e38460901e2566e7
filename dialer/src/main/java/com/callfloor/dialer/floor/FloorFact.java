package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.FollowUp;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.recordings.PauseEnd;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Something that happened and must be written, in this order, sooner or later. */
public sealed interface FloorFact {
    Instant at();

    /** A fact about one attempt. */
    sealed interface AttemptFact extends FloorFact {
        AttemptId attempt();
    }

    /**
     * Sent to the PBX; told once more where another trunk takes the attempt over.
     *
     * @param callerId shown to the debtor; null left it to the trunk
     */
    record Dialed(Instant at, AttemptId attempt, String trunk, @Nullable PhoneNumber callerId)
            implements
                AttemptFact {}

    /** Sound came without a ringing signal: whether a phone rang is not known, so it counts as one that did. */
    record EarlyMedia(Instant at, AttemptId attempt) implements AttemptFact {}

    record Rang(Instant at, AttemptId attempt) implements AttemptFact {}

    /** From here on a recording is expected. */
    record Answered(Instant at, AttemptId attempt) implements AttemptFact {}

    /** Who answered, where the PBX listened for it. */
    record Detected(Instant at, AttemptId attempt, AnsweredBy by) implements AttemptFact {}

    record Connected(Instant at, AttemptId attempt, AgentId agent) implements AttemptFact {}

    /** The agent who had it was lost; from here on the call is this one's. */
    record PassedOn(Instant at, AttemptId attempt, AgentId agent) implements AttemptFact {}

    /** The agent is out of the call, and the debtor, who is still on the line, is asked how satisfied they are. */
    record TalkEnded(Instant at, AttemptId attempt) implements AttemptFact {}

    /** The debtor's answer by key, 1 to 5. */
    record Rated(Instant at, AttemptId attempt, int satisfaction) implements AttemptFact {}

    /** From here on the supervisor has the debtor on this phone, and the agent is out of the conversation. */
    record TakenOver(Instant at, AttemptId attempt, AgentId agent, AgentId supervisor, Extension phone)
            implements
                AttemptFact {}

    record MessageStarted(Instant at, AttemptId attempt) implements AttemptFact {}

    /** The debtor of this agent hears music from here on. */
    record Held(Instant at, AttemptId attempt, AgentId agent) implements AttemptFact {}

    /** The debtor is in the talk again. A call that ends while it is held ends its hold by {@link Closed} alone. */
    record HoldEnded(Instant at, AttemptId attempt, HoldEnd why) implements AttemptFact {}

    /**
     * A transfer of this talk is over; from here on the debtor is {@code to}'s, or still {@code from}'s.
     *
     * @param because why it came to nothing; null: it was taken
     * @param handsOver whether the attempt is {@code to}'s with the debtor: not where that is a supervisor, of whom
     *        {@link TakenOver} tells
     */
    record Transferred(Instant at, AttemptId attempt, Instant askedAt, TransferKind kind, AgentId from, AgentId to,
            @Nullable Words because, boolean handsOver) implements AttemptFact {
        /** From agent to agent. */
        public Transferred(Instant at, AttemptId attempt, Instant askedAt, TransferKind kind, AgentId from, AgentId to,
                @Nullable Words because) {
            this(at, attempt, askedAt, kind, from, to, because, because == null);
        }
    }

    /**
     * Somebody outside the floor is called for this talk.
     *
     * @param destination its name in the configuration
     * @param callerId shown to them; null left it to the trunk
     */
    record OutsideRung(Instant at, AttemptId attempt, String destination, AgentId agent, String trunk,
            @Nullable PhoneNumber callerId)
            implements
                AttemptFact {}

    /** From here on the debtor talks to them, and no agent is in it. */
    record OutsideTaken(Instant at, AttemptId attempt) implements AttemptFact {}

    /** It came to nothing. A call that ends before ends this by {@link Closed} alone. */
    record OutsideEnded(Instant at, AttemptId attempt, Words because) implements AttemptFact {}

    /** From here on the debtor talks with both: the call's agent, and a third who was asked in, or who barged in. */
    record ThirdJoined(Instant at, AttemptId attempt, AgentId agent, AgentId third, boolean barged)
            implements
                AttemptFact {}

    /** The talk is one of two again. A call that ends before ends this by {@link Closed} alone. */
    record ThirdLeft(Instant at, AttemptId attempt, ConferenceEnd why) implements AttemptFact {}

    /** The agent keeps what is said from here on out of the recording. */
    record RecordingPaused(Instant at, AttemptId attempt, AgentId agent) implements AttemptFact {}

    /** The recording goes on. A call that ends while it is paused ends its pause by {@link Closed} alone. */
    record RecordingResumed(Instant at, AttemptId attempt, PauseEnd why) implements AttemptFact {}

    /** Whoever heard the information message asked by key not to be called on this number again. */
    record OptedOut(Instant at, AttemptId attempt) implements AttemptFact {}

    /**
     * The attempt is over.
     *
     * @param rang whether it counts as one whose phone rang
     * @param note why, where the outcome alone does not say it
     * @param nextCallAt when its case is due again; the rules are asked again then
     */
    record Closed(Instant at, AttemptId attempt, Outcome outcome, HangupCause cause, boolean rang,
            @Nullable Words note, Instant nextCallAt) implements AttemptFact {}

    /** The agent said what came of the conversation; what follows from it is written with it, once. */
    record Disposed(Instant at, AttemptId attempt, AgentId agent, WrapUp wrapUp, List<FollowUp> followUps)
            implements
                AttemptFact {
        public Disposed {
            followUps = List.copyOf(followUps);
        }
    }

    /** An agent looked at a case and did not want to call it now; {@code nextCallAt}: when it is due again. */
    record Skipped(Instant at, CaseId caseId, AgentId agent, SkipReason reason, Instant nextCallAt)
            implements
                FloorFact {}

    /** A case that was set aside until {@code until} for an agent to look at is due again now. */
    record PutBack(Instant at, CaseId caseId, Instant until) implements FloorFact {}

    /** The agent's state changed. */
    record AgentMoved(Instant at, AgentId agent, AgentState state) implements FloorFact {}
}
