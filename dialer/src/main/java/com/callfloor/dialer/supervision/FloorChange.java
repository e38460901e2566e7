package com.callfloor.dialer.supervision;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** One change on the floor. */
public sealed interface FloorChange {
    /** State or leg of an agent. */
    record AgentChanged(AgentView agent) implements FloorChange {}

    /** A debtor answered and this agent was chosen; told again, with {@code connected}, once the two are joined. */
    record ScreenPopped(AgentId agent, ScreenPop pop) implements FloorChange {}

    /** What the agent looks at before its call is answered; null: nothing any more. */
    record Previewed(AgentId agent, @Nullable Preview preview) implements FloorChange {}

    /**
     * A call was to be placed by itself, or once the agent's phone was picked up, and the rules forbade it.
     *
     * @param caseRef null: the case that the agent chose
     */
    record CallDenied(AgentId agent, @Nullable String caseRef, Decision decision) implements FloorChange {}

    /** The case that this agent is talking about was paid or withdrawn meanwhile. */
    record CaseClosed(AgentId agent, String caseRef, ClosedBecause why) implements FloorChange {}

    /** The agent has kept the debtor whom this supervisor wanted to take over. */
    record TakeOverFailed(AgentId supervisor, AttemptId attempt, TakeOverFailure why) implements FloorChange {}

    /** This supervisor was asked into a call, or was in it, and is not any more. {@code why}: null where they know. */
    record Released(AgentId supervisor, AttemptId attempt, @Nullable Words why) implements FloorChange {}

    /** This agent's talk was not taken by whoever has that name; the debtor is the first agent's again. */
    record TransferFailed(AgentId agent, Words to, Words why) implements FloorChange {
        public TransferFailed(AgentId agent, String to, Words why) {
            this(agent, Words.same(to), why);
        }
    }

    /** A call's state or agent; the last one of a call has the state closed. */
    record CallChanged(LiveCall call) implements FloorChange {}

    /** Somebody changed a campaign or a trunk: {@link FloorWatch#current()} and {@link FloorWatch#trunks()} show it. */
    record SettingsChanged() implements FloorChange {}

    /** Totals, links, mode or the reason for the pace: read {@link FloorWatch#current()}. */
    record FloorChanged() implements FloorChange {}
}
