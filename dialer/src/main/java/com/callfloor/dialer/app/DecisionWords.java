package com.callfloor.dialer.app;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;

/** The words that the verbs use for a decision. */
final class DecisionWords {
    private DecisionWords() {}

    static String verdict(Decision decision) {
        return switch (decision.verdict()) {
            case Verdict.Allow allow -> "allow";
            case Verdict.Deny deny -> "deny";
            case Verdict.NotBefore later -> "not_before";
        };
    }
}
