package com.callfloor.dialer.supervision;

import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;

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
}
