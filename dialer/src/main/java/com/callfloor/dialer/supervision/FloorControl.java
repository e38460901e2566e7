package com.callfloor.dialer.supervision;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.trunks.TrunkLimits;

/**
 * What people may ask of the floor.
 *
 * <p>Every method may be called from any thread and returns at once; the reply comes on the floor's thread, and by then
 * {@link FloorWatch#current()} shows what was accepted. A stage that fails means that the floor is broken or stopping.
 */
public interface FloorControl {
    /**
     * Moves an agent. In a call or wrapping one up, a break or sign-out begins when the wrap-up ends; {@code Ready} takes
     * that back.
     */
    CompletionStage<FloorReply> agentState(AgentId agent, AgentWish wish);

    /** Ends a live call. Accepted means that the PBX was asked; the end itself shows in the feed. */
    CompletionStage<FloorReply> hangUp(AttemptId attempt, Requester by);

    /** Hold, keys and all else that is done with a talk. */
    CallControl talks();

    /** Says what came of the call that this agent has, or is wrapping up. */
    CompletionStage<FloorReply> dispose(AttemptId attempt, AgentId agent, WrapUp wrapUp);

    /** Rings {@code phone} and lets it listen to the agent's headset. Accepted means that the PBX was asked. */
    CompletionStage<FloorReply> listenIn(AgentId supervisor, Extension phone, AgentId agent, ListenMode mode);

    /**
     * Rings the supervisor's phone and brings them into the agent's talk as a third, whom the recording has, too. Accepted means that
     * the PBX was asked; {@link FloorChange.Released} tells what came to nothing.
     *
     * @param supervisor with the phone that is rung
     */
    CompletionStage<FloorReply> bargeIn(AgentId agent, Agent supervisor);

    /**
     * Rings the supervisor's phone and gives them the debtor of this conversation; the agent wraps up from then on. Accepted
     * means that the PBX was asked: {@link FloorChange.ScreenPopped} tells that they have the debtor,
     * {@link FloorChange.TakeOverFailed} that the agent kept them.
     *
     * @param supervisor with the phone that is rung
     */
    CompletionStage<FloorReply> takeOver(AttemptId attempt, Agent supervisor);

    /**
     * Keeps both sides of the agent's conversation out of its recording, for a payment card that is read out, or has the
     * recording go on. Accepted means that the PBX has confirmed it; refused, that nothing changed.
     */
    CompletionStage<FloorReply> pauseRecording(AgentId agent, boolean paused);

    /**
     * Calls the case that the agent looks at. Accepted means that the rules permitted it and the PBX was asked; the reply
     * waits for the database. Where the agent's phone has to be rung first, accepted means that it is: the rules are asked
     * once it is picked up, and {@link FloorChange.CallDenied} tells what they forbid.
     */
    CompletionStage<FloorReply> callPreviewed(AttemptId preview, AgentId agent);

    /** Lets the case that the agent looks at be, for some time. */
    CompletionStage<FloorReply> skip(AttemptId preview, AgentId agent, SkipReason reason);

    /** Calls a case that a free agent chose; in mode manual only. Otherwise as {@link #callPreviewed}. */
    CompletionStage<FloorReply> call(CaseId caseId, AgentId agent);

    /** From now on this agent is rung on this phone; one that is up already is hung up first. Refused during a call. */
    CompletionStage<FloorReply> headset(AgentId agent, Extension phone);

    /**
     * The PBX lets a browser phone register with this secret of letters and digits. Accepted means that it does from now on:
     * another page than before, if there was one, is this phone, and a leg to that is hung up. Refused: nothing changed, as
     * far as is known.
     */
    CompletionStage<FloorReply> admitPhone(Extension phone, String secret);

    /**
     * Nobody is this browser phone any more: a leg to it is hung up, and the PBX gets this secret, which nobody must know; after
     * the next connect, if it is away.
     */
    void barPhone(Extension phone, String secret);

    /** The page that this browser phone was is gone: its leg is hung up before the PBX notices that nothing comes from it. */
    void phoneGone(Extension phone);

    /**
     * Who the agents are now. New ones come signed out; a new name or phone counts at once, a phone that is rung already
     * stays in use until it is put down; who is not among them any more is signed out, after the call if there is one.
     */
    void staffChanged(List<Agent> agents);

    CompletionStage<FloorReply> mode(String campaign, CampaignMode mode);

    /** Calls that are under way go on; from now on no more than so many begin. */
    CompletionStage<FloorReply> limits(String campaign, CampaignLimits limits);

    /** The campaigns by priority. Refused unless each stands there once. */
    CompletionStage<FloorReply> order(List<String> campaigns);

    /** Calls that are under way go on; from now on no more than so many begin through this trunk. */
    CompletionStage<FloorReply> trunkLimits(String trunk, TrunkLimits limits);

    /**
     * These cases are closed on disk: calls about them that nobody has answered end, what is reserved is not placed, and
     * nobody looks at them any more. A conversation goes on, and its agent is told.
     */
    void casesClosed(Set<CaseId> cases, ClosedBecause why);

    /** These cases are open again on disk. */
    void casesReopened(Set<CaseId> cases);
}
