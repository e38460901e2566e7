package com.callfloor.dialer.floor;

import java.util.Map;

/**
 * What a run of the floor has seen.
 *
 * @param connected closed conversations
 * @param failed ended as failed, congestion or unknown
 * @param deniedByRule how often each rule spoke against a call, by rule id
 * @param occupancy 0 to 1
 */
public record FloorTallies(long attempts, long answered, long connected, long abandoned, long failed,
        Map<String, Long> deniedByRule, Latencies.View answerToBridge, double occupancy) {
    public FloorTallies {
        deniedByRule = Map.copyOf(deniedByRule);
    }
}
