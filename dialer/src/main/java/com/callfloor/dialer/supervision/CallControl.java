package com.callfloor.dialer.supervision;

import java.util.List;
import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.agents.Agent;
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

    /**
     * The same to a supervisor, who is asked first; accepted means that they are. Who takes the debtor has taken the call over
     * (see {@link FloorControl#takeOver}).
     */
    CompletionStage<FloorReply> transferToSupervisor(AttemptId attempt, Requester by, Agent supervisor,
            TransferKind kind);

    /** A supervisor who is asked wants the call: their phone is rung. {@code supervisor} with the phone that is rung. */
    CompletionStage<FloorReply> acceptTransfer(AttemptId attempt, Agent supervisor);

    /**
     * To whom outside the floor this debtor may be put through by whoever asks; none where the rules of disclosure forbid it, or the
     * call is no talk of theirs.
     */
    CompletionStage<List<OutsideDestination>> outsideDestinations(AttemptId attempt, Requester by);

    /**
     * Calls somebody outside the floor, while the debtor is on hold, for the agent to talk to first. Accepted means that they are
     * rung; {@link FloorChange.TransferFailed} tells what went wrong then, and the debtor is back with the agent.
     *
     * @param destination its name in the configuration
     */
    CompletionStage<FloorReply> transferOutside(AttemptId attempt, Requester by, String destination);

    /** After a warm transfer's talk the other takes the debtor; in a talk of three the first agent leaves it to the third. */
    CompletionStage<FloorReply> completeTransfer(AttemptId attempt, Requester by);

    /**
     * The first agent has the debtor again, or, in a talk of three, for themselves again. Whoever was asked may leave by it, too.
     */
    CompletionStage<FloorReply> cancelTransfer(AttemptId attempt, Requester by);

    /** In the talk of a warm transfer: the debtor hears both, and both hear the debtor. */
    CompletionStage<FloorReply> confer(AttemptId attempt, Requester by);
}
