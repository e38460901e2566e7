package com.callfloor.dialer.staff;

import java.util.Set;

/**
 * What somebody who may hear recordings is limited to.
 *
 * @param lenders as case files name them; empty: all
 * @param teams ids of the agents' teams; empty: all, and calls that reached no agent
 */
public record ListeningLimits(Set<String> lenders, Set<Long> teams) {
    public static final ListeningLimits NONE = new ListeningLimits(Set.of(), Set.of());

    public ListeningLimits {
        lenders = Set.copyOf(lenders);
        teams = Set.copyOf(teams);
    }

    public boolean none() {
        return lenders.isEmpty() && teams.isEmpty();
    }
}
