package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.rules.Decision;

/** What this run of the floor has seen so far. Confined to the floor's thread. */
final class Tallies {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> deniedByRule = new TreeMap<>();
    private final Latencies answerToBridge = new Latencies();
    private final Instant begun;
    private long reserved;
    private long answered;
    private AgentTime agentTime = AgentTime.NONE;

    Tallies(Instant begun) {
        this.begun = begun;
    }

    void reserved() {
        reserved++;
    }

    void answered() {
        answered++;
    }

    void connected(Instant answeredAt, Instant connectedAt) {
        answerToBridge.add(Duration.between(answeredAt, connectedAt));
    }

    void closed(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    void denied(Decision decision) {
        decision.deniedBy().forEach(rule -> deniedByRule.merge(rule, 1L, Long::sum));
    }

    void agentLeft(AgentState state, Instant at) {
        agentTime = agentTime.plus(state, begun, at);
    }

    /** @param agents as they are now: what they are at counts too, however long it lasts already */
    FloorTallies view(Collection<AgentDesk> agents, Instant now) {
        AgentTime time = agentTime;
        for (AgentDesk agent : agents) {
            time = time.plus(agent.state(), begun, now);
        }
        long abandoned = outcomes.getOrDefault(Outcome.ABANDONED, 0L);
        long failed = outcomes.getOrDefault(Outcome.FAILED, 0L) + outcomes.getOrDefault(Outcome.CONGESTION, 0L)
                + outcomes.getOrDefault(Outcome.UNKNOWN, 0L);
        // By a person, as far as anybody knows.
        long byPeople = answered - outcomes.getOrDefault(Outcome.MACHINE, 0L);
        return new FloorTallies(reserved, byPeople, outcomes.getOrDefault(Outcome.CONNECTED, 0L), abandoned, failed,
                deniedByRule, answerToBridge.view(), time.occupancy());
    }
}
