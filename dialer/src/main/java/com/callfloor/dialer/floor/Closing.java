package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Heard;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.RecordingDesk.EndedCall;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** The end of an attempt: its outcome is written, its recording handed on, its agent sent to wrap-up. */
final class Closing {
    private final FloorSettings settings;
    private final FactJournal journal;
    private final RecordingDesk recordings;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Trunks trunks;
    private final Campaigns campaigns;
    private final Tallies tallies;
    private final Pacer pacer;
    private final AgentMoves agentMoves;
    private final Announcer announcer;

    Closing(FloorSettings settings, FactJournal journal, RecordingDesk recordings, OpenCalls calls, AgentDesks desks,
            Trunks trunks, Campaigns campaigns, Tallies tallies, Pacer pacer, AgentMoves agentMoves,
            Announcer announcer) {
        this.settings = settings;
        this.journal = journal;
        this.recordings = recordings;
        this.calls = calls;
        this.desks = desks;
        this.trunks = trunks;
        this.campaigns = campaigns;
        this.tallies = tallies;
        this.pacer = pacer;
        this.agentMoves = agentMoves;
        this.announcer = announcer;
    }

    void rang(OpenCall call, Instant at) {
        call.markHeard(Heard.RINGING);
        trunks.carried(call.id);
        call.move(new CallState.Ringing(at));
        journal.write(new FloorFact.Rang(at, call.id));
        announcer.callChanged(call);
    }

    /** Sound without a ringing signal. The call stays where it is: nobody knows whether a phone rings. */
    void earlyMedia(OpenCall call, Instant at) {
        if (call.heard() == Heard.NOTHING) {
            call.markHeard(Heard.EARLY_MEDIA);
            trunks.heard(call.id);
            journal.write(new FloorFact.EarlyMedia(at, call.id));
        }
    }

    /** The debtor stays on the line to be asked; the agent, who is out of it, wraps up. */
    void talkEnded(OpenCall call, Instant seen) {
        if (call.talkEndedAt().isPresent()) {
            return;
        }
        Instant at = call.latestKnown(seen);
        call.markTalkEnded(at);
        call.move(new CallState.Asking(at));
        call.hold(null);
        desks.release(call.id);
        journal.write(new FloorFact.TalkEnded(at, call.id));
        pacer.talkEnded(call, at);
        call.agent()
                .flatMap(desks::find)
                .filter(desk -> desk.isOn(call.id))
                .ifPresent(desk -> agentMoves.move(desk, new AgentState.WrapUp(at, call.id)));
        announcer.callChanged(call);
        // Whoever talked may be in the next call before this one ends.
        call.release();
    }

    /** The debtor's channel is gone. */
    void ended(OpenCall call, Instant at, HangupCause cause) {
        Outcome outcome = outcomeOf(call, cause);
        if (unheard(call, outcome, at)) {
            trunks.unheard(call.id);
        } else if (call.hangUpAskedAt().isEmpty()) {
            trunks.heard(call.id);
        }
        close(call, at, outcome, cause, null);
    }

    /** A far side that is there says in the time that a phone may ring at least that it rings. */
    private boolean unheard(OpenCall call, Outcome outcome, Instant at) {
        return outcome == Outcome.NO_ANSWER && call.heard() == Heard.NOTHING
                && call.state() instanceof CallState.Dialing(Instant since)
                && !at.isBefore(since.plus(settings.longestRing()));
    }

    /** The call is gone and nobody saw it go: what is known of it decides, and doubt counts as a conversation. */
    void lost(OpenCall call, Instant at, Words note) {
        Outcome outcome = call.connectedAt().isPresent() ? Outcome.CONNECTED : Outcome.UNKNOWN;
        close(call, at, outcome, HangupCause.NONE, note);
    }

    void close(OpenCall call, Instant seen, Outcome outcome, HangupCause cause, @Nullable Words note) {
        // A clock that was set back since must not have a call end before its answer.
        Instant at = call.latestKnown(seen);
        call.move(new CallState.Closed(at, outcome));
        call.pause(null);
        call.hold(null);
        calls.remove(call);
        desks.release(call.id);
        freeLine(call, outcome, at);
        journal.write(
                new FloorFact.Closed(at, call.id, outcome, cause, call.heard().countsAsRung(), endNote(call, note),
                        at.plus(settings.retries().after(outcome))));
        call.answeredAt()
                .ifPresent(answeredAt -> recordings
                        .callEnded(new EndedCall(call.id, call.card.id(), answeredAt, call.connectedAt(), at)));
        tallies.closed(outcome);
        pacer.closed(call, outcome, at);
        call.agent().flatMap(desks::find).filter(desk -> desk.isOn(call.id)).ifPresent(desk -> {
            if (call.connectedAt().isPresent()) {
                agentMoves.move(desk, new AgentState.WrapUp(at, call.id));
            } else {
                agentMoves.free(desk, at);
            }
        });
        campaigns.lookAgain();
        announcer.callChanged(call);
    }

    /** Who was rung decides how a caller id is taken; so does a phone that turns it away without ringing. */
    private void freeLine(OpenCall call, Outcome outcome, Instant at) {
        if (outcome == Outcome.BUSY || outcome == Outcome.REJECTED || outcome == Outcome.INVALID) {
            trunks.carried(call.id);
        }
        boolean reachedAPhone = call.heard() == Heard.RINGING || outcome == Outcome.REJECTED;
        trunks.ended(call.id, reachedAPhone, call.answeredAt().isPresent(), at);
    }

    /** Who refused it first, why we ended it, if we did, and then what was seen of its end. */
    private static @Nullable Words endNote(OpenCall call, @Nullable Words seen) {
        return Stream.of(call.refusals(), call.endNote(), Optional.ofNullable(seen))
                .flatMap(Optional::stream)
                .reduce(Words::and)
                .orElse(null);
    }

    private static Outcome outcomeOf(OpenCall call, HangupCause cause) {
        if (call.connectedAt().isPresent()) {
            return Outcome.CONNECTED;
        }
        if (call.state() instanceof CallState.OnMachine) {
            return Outcome.MACHINE;
        }
        return call.answeredAt().isPresent() ? Outcome.ABANDONED : cause.outcomeUnanswered(call.heard());
    }
}
