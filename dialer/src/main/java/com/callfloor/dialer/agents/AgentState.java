package com.callfloor.dialer.agents;

import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;

/** What an agent is doing; the headset's leg is a matter of its own ({@link AgentLeg}). */
public sealed interface AgentState {
    Instant since();

    /** The state's one name in SQL, API and console. */
    default String code() {
        return switch (this) {
            case SignedOut signedOut -> "signed_out";
            case Ready ready -> "ready";
            case OnCall onCall -> "on_call";
            case WrapUp wrapUp -> "wrap_up";
            case OnBreak onBreak -> "break";
        };
    }

    record SignedOut(Instant since) implements AgentState {}

    /** Willing to take a call; available only while the leg is up. */
    record Ready(Instant since) implements AgentState {}

    record OnCall(Instant since, AttemptId attempt) implements AgentState {}

    /** The call is over, its disposition is due. */
    record WrapUp(Instant since, AttemptId attempt) implements AgentState {}

    /** Away; {@code reason} is a code such as {@code lunch}, {@code training}. */
    record OnBreak(Instant since, String reason) implements AgentState {
        /** The floor's own reason: a phone that is rung per call was not picked up. */
        public static final String NO_ANSWER = "no_answer";
        /** The floor's own reason: the phone went away in mid-talk and another agent took the call over. */
        public static final String HEADSET_LOST = "headset_lost";
    }
}
