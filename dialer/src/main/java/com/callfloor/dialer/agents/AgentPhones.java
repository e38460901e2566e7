package com.callfloor.dialer.agents;

import java.time.Duration;

/**
 * The agents' phones.
 *
 * @param longestRing a phone that is rung per call is picked up within this, from 5 s to 30 s; else its agent is away
 */
public record AgentPhones(Headsets headsets, Duration longestRing) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    /** The PBX gives a phone up after this by itself. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException if the ring is shorter or longer than that */
    public AgentPhones {
        if (longestRing.compareTo(SHORTEST) < 0 || longestRing.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longest_ring is " + longestRing.toMillis() / 1000.0
                    + "s; a phone of an agent rings from " + SHORTEST.toSeconds() + "s to " + LONGEST.toSeconds()
                    + "s");
        }
    }

    public boolean rungPerCall() {
        return headsets == Headsets.RUNG_PER_CALL;
    }
}
