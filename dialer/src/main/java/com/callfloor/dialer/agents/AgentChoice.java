package com.callfloor.dialer.agents;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who takes an answered call: the agent who agreed to call back, else one with the skills that the case needs, and of
 * these who talked to the debtor last, else who has been free longest.
 *
 * <p>For the first two a debtor may wait a moment while others are free; for the last agent never. No wish is worth leaving
 * somebody who answered in silence: when the moment is over, whoever has been free longest takes the call.
 */
public final class AgentChoice {
    private AgentChoice() {}

    /** How near somebody is to taking a call. */
    public enum Readiness {
        FREE,
        /** In a call or wrapping one up. */
        SOON, AWAY
    }

    /** Somebody who may take the call; {@code since} when this readiness began. */
    public record Candidate(AgentId agent, Set<String> skills, Readiness readiness, Instant since) {
        private boolean isFree() {
            return readiness == Readiness.FREE;
        }
    }

    /**
     * Chooses.
     *
     * @param needed every skill that the case needs
     * @param mayWait whether the debtor's moment is not over yet
     * @return empty if the call has to wait
     */
    public static Optional<AgentId> choose(PastAgents past, Set<String> needed, Collection<Candidate> candidates,
            boolean mayWait) {
        Predicate<Candidate> agreed = candidate -> past.callBack().filter(candidate.agent()::equals).isPresent();
        Predicate<Candidate> skilled = candidate -> candidate.skills().containsAll(needed);
        Optional<AgentId> chosen = longestFree(candidates, agreed);
        if (chosen.isPresent() || (mayWait && isFreeSoon(candidates, agreed))) {
            return chosen;
        }
        chosen = lastAgentElseLongestFree(past, candidates, skilled);
        if (chosen.isPresent() || (mayWait && isFreeSoon(candidates, skilled))) {
            return chosen;
        }
        return lastAgentElseLongestFree(past, candidates, anybody -> true);
    }

    private static Optional<AgentId> lastAgentElseLongestFree(PastAgents past, Collection<Candidate> candidates,
            Predicate<Candidate> among) {
        return longestFree(candidates,
                among.and(candidate -> past.last().filter(candidate.agent()::equals).isPresent()))
                .or(() -> longestFree(candidates, among));
    }

    private static Optional<AgentId> longestFree(Collection<Candidate> candidates, Predicate<Candidate> among) {
        return candidates.stream()
                .filter(candidate -> candidate.isFree() && among.test(candidate))
                .min(Comparator.comparing(Candidate::since))
                .map(Candidate::agent);
    }

    private static boolean isFreeSoon(Collection<Candidate> candidates, Predicate<Candidate> among) {
        return candidates.stream()
                .anyMatch(candidate -> candidate.readiness() == Readiness.SOON && among.test(candidate));
    }
}
