package com.callfloor.dialer.pbx;

import java.time.Duration;

/**
 * How patient the link is. All positive.
 *
 * @param connect for the TCP connection, and again for each step of the sign-in
 * @param boot for a PBX that is still starting to say that it is fully booted
 * @param ping between two pings of an idle link
 * @param reply for the reply to any action, its time in the queue included; a link that is slower is stuck and replaced
 * @param read for any byte at all; at least twice {@code ping}. It catches what the pings cannot: a peer that is gone
 * @param perish after which a call that is not sent yet is given up: a call placed late may be placed unlawfully
 * @param join for debtor and agent to meet in one bridge
 * @param agentRing how long an agent's headset rings
 * @param shortestBackOff before the first new attempt to connect; doubles up to {@code longestBackOff}
 */
public record PbxTimings(Duration connect, Duration boot, Duration ping, Duration reply, Duration read, Duration perish,
        Duration join, Duration agentRing, Duration shortestBackOff, Duration longestBackOff) {
    /** What a floor runs with: a frozen PBX is noticed within 15 s. */
    public static final PbxTimings USUAL = new PbxTimings(Duration.ofSeconds(5), Duration.ofSeconds(60),
            Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofSeconds(5));

    public PbxTimings {
        for (Duration each : new Duration[]{connect, boot, ping, reply, read, perish, join, agentRing, shortestBackOff,
                longestBackOff}) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("every timing of the PBX link must be more than 0, not " + each);
            }
        }
        if (read.compareTo(ping.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("the link's read timeout (" + read
                    + ") must be at least twice its ping interval (" + ping + "), or an idle link is cut");
        }
    }

    /** The same with another watchdog. */
    public PbxTimings withWatchdog(Duration newPing, Duration newReply) {
        return new PbxTimings(connect, boot, newPing, newReply, read, perish, join, agentRing, shortestBackOff,
                longestBackOff);
    }
}
