package com.callfloor.dialer.supervision;

/** The state that an agent, or a supervisor for an agent, asks for. */
public sealed interface AgentWish {
    /** Take calls; a nailed-up headset is rung if its leg is down. */
    record Ready() implements AgentWish {}

    record Break(BreakReason reason) implements AgentWish {}

    record SignedOut() implements AgentWish {}
}
