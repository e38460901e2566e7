package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.words.Words;

/** What the PBX tells the floor. {@code at} is when the dialer heard of it, by the floor's clock. */
public sealed interface PbxEvent {
    Instant at();

    /** What becomes of a talk between its beginning and its end. */
    sealed interface TalkEvent extends PbxEvent {}

    /** What becomes of a call to somebody outside the floor. */
    sealed interface OutsideEvent extends PbxEvent {
        OutsideLeg leg();
    }

    /** The answer to {@link Pbx#admitPhone}. */
    sealed interface PhoneEvent extends PbxEvent {}

    /** The link is open. A {@link Snapshot} follows before any other event. */
    record LinkUp(Instant at, String version) implements PbxEvent {}

    /** The link is lost; what happens on the PBX until the next LinkUp will not be heard. */
    record LinkDown(Instant at, Words why) implements PbxEvent {}

    /**
     * Everything of ours that is alive on the PBX: what is not in here is gone, but for what was asked for just before.
     *
     * @param legs those that are up
     * @param outside ringing ones, too
     */
    record Snapshot(Instant at, List<LiveAttempt> attempts, List<LegId> legs, List<LegId> ringingLegs,
            List<OutsideLeg> outside)
            implements
                PbxEvent {
        /** One without calls to the outside. */
        public Snapshot(Instant at, List<LiveAttempt> attempts, List<LegId> legs, List<LegId> ringingLegs) {
            this(at, attempts, legs, ringingLegs, List.of());
        }

        public Snapshot {
            attempts = List.copyOf(attempts);
            legs = List.copyOf(legs);
            ringingLegs = List.copyOf(ringingLegs);
            outside = List.copyOf(outside);
        }
    }

    /**
     * A debtor's live channel.
     *
     * @param with the legs in the same bridge: one in a talk, two in a conference
     * @param held whether the debtor hears music and nobody
     * @param outside whom outside the floor the debtor talks to
     */
    record LiveAttempt(AttemptId attempt, boolean answered, List<LegId> with, boolean held,
            Optional<OutsideLeg> outside) {
        public LiveAttempt {
            with = List.copyOf(with);
        }

        /** One that is with nobody outside the floor. */
        public LiveAttempt(AttemptId attempt, boolean answered, List<LegId> with, boolean held) {
            this(attempt, answered, with, held, Optional.empty());
        }

        /** One that is not on hold. */
        public LiveAttempt(AttemptId attempt, boolean answered, Optional<LegId> with) {
            this(attempt, answered, with.stream().toList(), false);
        }
    }

    /** Sound came from the network without a ringing signal (SIP 183 without 180); a Ringing may follow. */
    record EarlyMedia(Instant at, AttemptId attempt) implements PbxEvent {}

    record Ringing(Instant at, AttemptId attempt) implements PbxEvent {}

    record Answered(Instant at, AttemptId attempt) implements PbxEvent {}

    /**
     * The PBX has listened for who answered, where it was asked to; nobody may be joined before. A machine it deals with
     * itself.
     */
    record Detected(Instant at, AttemptId attempt, AnsweredBy by) implements PbxEvent {}

    /** Debtor and agent hear each other. */
    record Connected(Instant at, AttemptId attempt, LegId leg) implements PbxEvent {}

    /** Two agents hear each other. */
    record AgentsMet(Instant at, LegId one, LegId other) implements TalkEvent {}

    record ConnectFailed(Instant at, AttemptId attempt, LegId leg, Words why) implements PbxEvent {}

    /** The debtor is on hold: hears music and not the agent, who is back in the wait. The recording goes on. */
    record Held(Instant at, AttemptId attempt) implements TalkEvent {}

    /** The debtor stays where they were; {@code why} is for people. */
    record HoldFailed(Instant at, AttemptId attempt, Words why) implements TalkEvent {}

    /** The talk is over and the PBX asks the debtor, who is still on the line, how satisfied they are. */
    record Asked(Instant at, AttemptId attempt) implements PbxEvent {}

    /** The agent was lost in mid-talk and nobody was joined in time: the PBX plays its message to the debtor and ends the call. */
    record LeftAlone(Instant at, AttemptId attempt) implements PbxEvent {}

    /** The debtor's answer by key, 1 to 5. */
    record Rated(Instant at, AttemptId attempt, int satisfaction) implements PbxEvent {}

    /** From here on both sides are kept out of the call's recording ({@code muted}), or are in it again. */
    record RecordingMuted(Instant at, AttemptId attempt, boolean muted) implements PbxEvent {}

    /** The recording stays as it is; {@code muted}: what was asked for. {@code why} is for people. */
    record RecordingMuteFailed(Instant at, AttemptId attempt, boolean muted, Words why) implements PbxEvent {}

    /** The PBX itself began the information message: nobody came in time. */
    record MessageStarted(Instant at, AttemptId attempt) implements PbxEvent {}

    /**
     * Whoever heard the information message pressed the key: this number is not to be called again. Told anew after each
     * LinkUp until {@link Pbx#forgetOptOut}, also when the call is long over.
     */
    record OptedOut(Instant at, AttemptId attempt) implements PbxEvent {}

    /** Every opt-out that the PBX keeps has been told since the LinkUp. */
    record OptOutsTold(Instant at) implements PbxEvent {}

    /** The debtor's channel is gone, and its recording, if any, is complete. */
    record Ended(Instant at, AttemptId attempt, HangupCause cause) implements PbxEvent {}

    /**
     * There was never a channel: refused by the PBX, or the link was down.
     *
     * @param trunksFault the PBX could not use the trunk's endpoint; another trunk may do
     * @param why for people
     */
    record DialFailed(Instant at, AttemptId attempt, boolean trunksFault, Words why) implements PbxEvent {}

    /** The agent's headset answered and its leg waits. */
    record AgentLegUp(Instant at, LegId leg) implements PbxEvent {}

    /** The leg is back in its wait after a call. */
    record AgentLegIdle(Instant at, LegId leg) implements PbxEvent {}

    /** The leg is gone, or never came up. */
    record AgentLegDown(Instant at, LegId leg, HangupCause cause) implements PbxEvent {}

    record OutsideAnswered(Instant at, OutsideLeg leg) implements OutsideEvent {}

    /** Agent and other hear each other. */
    record OutsideMet(Instant at, OutsideLeg leg, LegId agent) implements OutsideEvent {}

    /** Debtor and other hear each other. */
    record OutsideConnected(Instant at, OutsideLeg leg) implements OutsideEvent {}

    /** The call is gone, or there never was one. */
    record OutsideEnded(Instant at, OutsideLeg leg, HangupCause cause) implements OutsideEvent {}

    /** The PBX knows the browser phone's secret. */
    record PhoneAdmitted(Instant at, long request) implements PhoneEvent {}

    /** The browser phone's secret is what it was; {@code why} is for people. */
    record PhoneNotAdmitted(Instant at, long request, Words why) implements PhoneEvent {}

    record ListeningFailed(Instant at, LegId leg, Words why) implements PbxEvent {}

    /**
     * An address of a trunk, or of something else that is called so, answers the PBX or does not.
     *
     * @param contact its SIP URI; empty: all that there are
     */
    record TrunkReach(Instant at, String trunk, String contact, boolean reachable) implements PbxEvent {}

    /** The PBX is known to a carrier, or is not; {@code status}: in Asterisk's words. */
    record TrunkRegistration(Instant at, String server, boolean registered, String status) implements PbxEvent {}
}
