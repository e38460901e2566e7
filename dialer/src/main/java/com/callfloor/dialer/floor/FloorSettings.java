package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.trunks.Trunk;

/**
 * How this floor places calls.
 *
 * @param trunks in the order in which they are tried
 * @param longestRing how long a phone rings before the attempt is given up; at least 15 s
 * @param setUp what may pass between the reservation and the first ring; a reservation older than this is not dialed
 * @param longestCall a conversation is ended after this, so that no line stays open for ever
 * @param language of the information message where the case names none
 * @param machines what happens where an answering machine picks up
 * @param outside to whom outside the floor debtors may be put through
 * @param forecast whether pacing hears how likely each call is to be answered
 */
public record FloorSettings(List<Trunk> trunks, Duration longestRing, Duration setUp,
        Duration longestCall, MessageLanguage language, RetryPlan retries, Skills skills,
        AnsweringMachines machines, double machineFalsePositives, PreviewPlan previews, AgentPhones phones,
        FollowUpPlan followUps, List<OutsideDestination> outside, boolean forecast) {
    /** @throws IllegalArgumentException if the ring is shorter than the rules demand */
    public FloorSettings {
        trunks = List.copyOf(trunks);
        outside = List.copyOf(outside);
        if (longestRing.compareTo(DialRequest.SHORTEST_RING) < 0) {
            throw new IllegalArgumentException("longest_ring is " + longestRing.toSeconds()
                    + "s; a phone must ring at least " + DialRequest.SHORTEST_RING.toSeconds() + "s");
        }
    }

    /** From the reservation to the latest possible answer: what the permitted hours must still hold. */
    public Duration latestAnswer() {
        return setUp.plus(longestRing);
    }
}
