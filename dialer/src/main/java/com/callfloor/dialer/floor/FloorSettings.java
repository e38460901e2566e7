package com.callfloor.dialer.floor;

import java.time.Duration;

import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * How this floor places calls.
 *
 * @param callerId shown to debtors; null leaves it to the trunk
 * @param longestRing how long a phone rings before the attempt is given up; at least 15 s
 * @param setUp what may pass between the reservation and the first ring; a reservation older than this is not dialed
 * @param longestCall a conversation is ended after this, so that no line stays open for ever
 * @param language of the information message where the case names none
 * @param machines what happens where an answering machine picks up
 */
public record FloorSettings(@Nullable PhoneNumber callerId, Duration longestRing, Duration setUp,
        Duration longestCall, MessageLanguage language, RetryPlan retries, AnsweringMachines machines) {
    /** From the reservation to the latest possible answer: what the permitted hours must still hold. */
    public Duration latestAnswer() {
        return setUp.plus(longestRing);
    }
}
