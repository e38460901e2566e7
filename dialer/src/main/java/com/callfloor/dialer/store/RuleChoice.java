package com.callfloor.dialer.store;

import java.util.Optional;
import java.util.function.Function;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Placement;

/** Which rules a call is under. */
@FunctionalInterface
interface RuleChoice {
    /** Pure and quick, for it is asked while debtors are locked. Empty: no rules are known, and nobody is called. */
    Optional<Function<CallQuestion, Decision>> rulesFor(Placement placement);
}
