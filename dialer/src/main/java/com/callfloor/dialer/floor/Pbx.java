package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.supervision.ListenMode;

/**
 * What the floor asks of a PBX.
 *
 * <p>Every method returns at once and never throws for a PBX that is away: what became of a request arrives as a
 * {@link PbxEvent}. A request made while the link is down is answered by its failure event; it is never queued, since a
 * call placed late may be a call placed unlawfully.
 */
public interface Pbx extends AutoCloseable {
    /**
     * Opens the link and keeps it open from now on, with reconnects.
     *
     * @param listener called from one thread at a time, in the PBX's order; must only hand over and return
     */
    void open(Consumer<PbxEvent> listener);

    /** Calls a debtor. Answered by Ringing, Answered, Ended or DialFailed of this attempt. */
    void dial(DialRequest request);

    /** Rings an agent's headset for its leg. Answered by AgentLegUp or AgentLegDown. */
    void ringAgent(LegId leg, Extension extension);

    /** Joins an answered debtor with an agent whose leg is up. Answered by Connected or ConnectFailed. */
    void connect(AttemptId attempt, LegId leg);

    /**
     * Keeps both sides of a call out of its recording, in which silence stands for them, or lets them in again. Answered by
     * RecordingMuted or RecordingMuteFailed.
     */
    void pauseRecording(AttemptId attempt, boolean paused);

    /** The opt-out in this call is in the books: the PBX, which kept it until now, may forget it. Not answered. */
    void forgetOptOut(AttemptId attempt);

    /**
     * Takes a debtor out of the conversation and asks how satisfied they are. Answered by Asked, and by Rated if they press a
     * key; by Ended where they cannot be asked.
     */
    void ask(AttemptId attempt);

    /**
     * Takes a debtor out of the conversation, to music; the agent's leg goes back to its wait, and {@link #connect} brings the
     * two together again. Answered by Held or HoldFailed.
     *
     * @param atMost then the PBX gives the call up by itself, with words; longer than the floor lets a hold last, for a
     *     floor that has gone
     */
    void hold(AttemptId attempt, Duration atMost);

    /**
     * Plays the message to a debtor on hold whom nobody comes back to, and ends the call. Answered by LeftAlone, or not at all.
     */
    void leaveAlone(AttemptId attempt);

    /** Joins two agents' legs, for a talk that no debtor hears and nobody records. Answered by AgentsMet or not at all. */
    void consult(LegId one, LegId other);

    /**
     * Brings a debtor, on hold or in a talk, and two legs together, so that each hears the others and the recording has them all;
     * whoever is with the debtor already stays. Answered by Connected for each of the two legs that comes, or not at all. Either leg may
     * leave by {@link #part}, {@link #hangUp(LegId)} or {@link #connect} with the other; the last one leaves the debtor alone, as
     * after any talk. Legs whose debtor leaves go back to their wait.
     *
     * @param one who may be in a talk with the debtor now
     * @param other whose leg waits, or talks to {@code one}
     */
    void confer(AttemptId attempt, LegId one, LegId other);

    /** Takes an agent's leg out of such a talk, back to its wait; of two agents the other goes back by itself. Not answered. */
    void part(LegId leg);

    /** Presses keys towards the debtor. Not answered. */
    void press(AttemptId attempt, Digits digits);

    /**
     * From its answer on this browser phone registers with this secret of letters and digits, and no other. Answered by
     * PhoneAdmitted or PhoneNotAdmitted of this request; not at all by a dialplan that does not know how.
     */
    void admitPhone(long request, Extension phone, String secret);

    /** Calls somebody outside the floor. Answered by OutsideAnswered or OutsideEnded. */
    void ringOutside(OutsideRequest request);

    /** As {@link #consult(LegId, LegId)}, with somebody outside the floor. Answered by OutsideMet or not at all. */
    void consult(LegId one, OutsideLeg other);

    /**
     * Puts the debtor of this leg, who is on hold, through to it; whoever it talked to is out of that. When one of the two hangs up, the
     * call of the other ends, also with the dialer dead. Answered by OutsideConnected or not at all.
     */
    void connect(OutsideLeg leg);

    /** Ends a debtor's channel, ringing or answered. Answered by Ended; silent if there is no such channel. */
    void hangUp(AttemptId attempt);

    /** Ends an agent's leg, ringing or up. Answered by AgentLegDown; silent if there is no such leg. */
    void hangUp(LegId leg);

    /** Ends a call to the outside, ringing or answered. Answered by OutsideEnded; silent if there is no such call. */
    void hangUp(OutsideLeg leg);

    /** Rings a supervisor's phone and lets it listen to this agent's leg. Answered by ListeningFailed or not at all. */
    void listenIn(AgentId supervisor, Extension phone, LegId leg, ListenMode mode);

    /** Asks for everything that is alive; answered by {@link PbxEvent.Snapshot}. */
    void askForSnapshot();

    @Override
    void close();
}
