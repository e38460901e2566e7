package com.callfloor.dialer.rules;

import java.util.List;

/**
 * A versioned set of rules.
 *
 * @param name such as {@code floor}
 * @param version changes with every change of a rule; stored with each decision
 */
public record RulePack(String name, String version, List<CallingRule> rules) {
    public RulePack {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rule pack " + name + " holds no rule");
        }
    }
}
