package com.callfloor.dialer.scripts;

import java.util.Optional;

import com.callfloor.dialer.strategy.Experiment.Assignment;
import com.callfloor.dialer.strategy.Placement;
import com.callfloor.dialer.strategy.Strategy;

/**
 * Under what a call is made; noted with it, since all of it changes.
 *
 * @param strategy   the version that placed the case
 * @param placement  where the case stands, this call counted
 * @param script     what the agent is shown, in the case's language; empty: there is none
 * @param assignment the debtor's arm, where an experiment takes the case
 */
public record Treatment(Strategy strategy, Placement placement, Optional<Script> script,
        Optional<Assignment> assignment) {}
