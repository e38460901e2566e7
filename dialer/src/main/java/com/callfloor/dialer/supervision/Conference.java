package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.agents.Agent;

/**
 * A talk of three: a debtor, the call's agent, and a third who hears both and is heard by both.
 *
 * @param barged whether the third came in unasked: a supervisor
 */
public record Conference(Agent agent, Agent third, boolean barged, Instant since) {}
