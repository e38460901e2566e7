package com.callfloor.dialer.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people may do by the groups that an identity provider has them in: the first rule that fits decides. */
public record GroupRules(List<Rule> rules) {
    public GroupRules {
        rules = List.copyOf(rules);
    }

    /** Empty: none of the groups gives any right here. */
    public Optional<Rule> of(Set<String> groups) {
        return rules.stream().filter(rule -> groups.contains(rule.group())).findFirst();
    }

    /**
     * What one group gives.
     *
     * @param team to be put into; empty: none
     * @param lenders whose recordings may be heard; empty: all
     */
    public record Rule(String group, Role role, String team, Set<String> lenders) {
        public Rule {
            lenders = Set.copyOf(lenders);
            if (group.isBlank()) {
                throw new IllegalArgumentException("a group has no name");
            }
            if (role == Role.INTEGRATION) {
                throw new IllegalArgumentException("group " + group + ": role integration is for programs, which"
                        + " come with a token");
            }
        }
    }
}
