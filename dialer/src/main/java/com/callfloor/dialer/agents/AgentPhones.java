package com.callfloor.dialer.agents;

import java.time.Duration;

/**
 * The agents' phones.
 *
 * @param longestRing a phone that is rung per call is picked up within this, from 5 s to 30 s; else its agent is away
 * @param longestRecordingPause so long an agent may keep a conversation out of its recording, from 10 s to 10 min; then it
 *        goes on by itself
 * @param longestHold so long a debtor may be on hold, from 10 s to 10 min; then the talk goes on by itself
 * @param backWithin so long a debtor waits for an agent whose nailed-up phone went away in mid-talk, up to 60 s; zero: such a
 *        call ends
 */
public record AgentPhones(Headsets headsets, Duration longestRing, Duration longestRecordingPause,
        Duration longestHold, Duration backWithin) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    /** The PBX gives a phone up after this by itself. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException if the ring, the pause, the hold or the absence is shorter or longer than that */
    public AgentPhones {
        if (longestRing.compareTo(SHORTEST) < 0 || longestRing.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longest_ring is " + longestRing.toMillis() / 1000.0
                    + "s; a phone of an agent rings from " + SHORTEST.toSeconds() + "s to " + LONGEST.toSeconds()
                    + "s");
        }
        if (longestRecordingPause.compareTo(SHORTEST_PAUSE) < 0 || longestRecordingPause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("longest_recording_pause is " + longestRecordingPause.toSeconds()
                    + "s; it can be from " + SHORTEST_PAUSE.toSeconds() + "s to " + LONGEST_PAUSE.toMinutes() + "m");
        }
        if (longestHold.compareTo(SHORTEST_PAUSE) < 0 || longestHold.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("longest_hold is " + longestHold.toSeconds() + "s; it can be from "
                    + SHORTEST_PAUSE.toSeconds() + "s to " + LONGEST_PAUSE.toMinutes() + "m");
        }
        if (backWithin.isNegative() || backWithin.compareTo(LONGEST_ABSENCE) > 0) {
            throw new IllegalArgumentException("back_within is " + backWithin.toSeconds() + "s; it can be from 0s to "
                    + LONGEST_ABSENCE.toSeconds() + "s");
        }
    }

    /** How long a debtor waits for a lost agent: a phone that is rung per call is hung up by whoever wants the call to end. */
    public Duration patienceForLost() {
        return rungPerCall() ? Duration.ZERO : backWithin;
    }

    public boolean rungPerCall() {
        return headsets == Headsets.RUNG_PER_CALL;
    }
}
