package com.callfloor.dialer.floor;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Tells those who watch the floor. Called on the floor's thread; must hand over and return. */
interface Announcer {
    void agentChanged(AgentDesk desk);

    void callChanged(OpenCall call);

    /** The debtor answered and this agent gets the call. */
    default void screenPopped(AgentDesk desk, OpenCall call) {
        screenPopped(desk.agent().id(), call);
    }

    /** The same for whoever has a desk or none. */
    void screenPopped(AgentId person, OpenCall call);

    /** Somebody without a desk has nothing to do with this call any more; {@code why} is for them, null: they know. */
    void released(AgentId person, AttemptId attempt, @Nullable Words why);

    /** What the agent looks at before the call; null: nothing any more. */
    void previewed(AgentDesk desk, @Nullable Preview preview);

    /** This agent's call was to be placed by itself, or after a ring, and the rules forbade it; null: the chosen case. */
    void callDenied(AgentDesk desk, @Nullable String caseRef, Decision decision);

    /** The case of this agent's call was closed in the middle of it. */
    void caseClosed(AgentDesk desk, String caseRef, ClosedBecause why);

    /** This supervisor did not get the debtor. */
    void takeOverFailed(AgentId supervisor, AttemptId attempt, TakeOverFailure why);

    /** The talk of the first stays with them; the second is not offered it any more. */
    void transferFailed(AgentDesk from, Agent to, Words why);

    /** The same of somebody outside the floor. */
    void transferFailed(AgentDesk from, Words to, Words why);

    /** A number of the floor as a whole changed: links, mode, totals. */
    void floorChanged();
}
