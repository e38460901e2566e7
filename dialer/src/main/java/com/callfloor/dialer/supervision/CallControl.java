package com.callfloor.dialer.supervision;

import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.TransferKind;

/**
 * What may be done with a talk besides talking: by its own agent, or by a supervisor. As {@link FloorControl}; accepted means
 * that the PBX has confirmed it, refused that nothing changed.
 */
public interface CallControl {
    /** The debtor hears music and not the agent; the recording goes on. */
    CompletionStage<FloorReply> hold(AttemptId attempt, Requester by);

    /** The debtor is put through to the call's agent again. */
    CompletionStage<FloorReply> resume(AttemptId attempt, Requester by);

    /** Presses keys towards the debtor, one after the other. Accepted means that the PBX was asked. */
    CompletionStage<FloorReply> press(AttemptId attempt, Requester by, Digits digits);

    /**
     * Gives the talk to another agent who is free: at once, or after the two have talked while the debtor is on hold. Where the
     * other agent's phone has to be rung first, accepted means that it is; {@link FloorChange.TransferFailed} tells what went
     * wrong then, and the debtor is back with the first agent.
     */
    CompletionStage<FloorReply> transfer(AttemptId attempt, Requester by, AgentId to, TransferKind kind);

    /** After a warm transfer's talk the other agent takes the debtor. */
    CompletionStage<FloorReply> completeTransfer(AttemptId attempt, Requester by);

    /** The first agent has the debtor again. The agent who was asked may leave, too. */
    CompletionStage<FloorReply> cancelTransfer(AttemptId attempt, Requester by);
}
