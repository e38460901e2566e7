package com.callfloor.dialer.floor;

import java.time.Duration;

import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One call to place.
 *
 * @param trunk the PJSIP endpoint that it leaves through
 * @param callerId the number shown to the debtor; null leaves it to the trunk
 * @param ringTimeout how long it may go unanswered from now on; 15 s at least, by rule
 * @param language BCP 47 tag of the information message, such as {@code zh}
 * @param machines what the PBX does where an answering machine picks up
 * @param waitsForAgent so long the debtor waits on the PBX where the agent is lost in mid-talk; zero: the call ends then
 * @param asksSatisfaction whether the debtor is asked how satisfied they are when the agent leaves the conversation
 */
public record DialRequest(AttemptId attempt, PhoneNumber number, String trunk, @Nullable PhoneNumber callerId,
        Duration ringTimeout, MessageLanguage language, AnsweringMachines machines,
        Duration waitsForAgent, boolean asksSatisfaction) {
    public static final Duration SHORTEST_RING = Duration.ofSeconds(15);

    public DialRequest {
        if (ringTimeout.compareTo(SHORTEST_RING) < 0) {
            throw new IllegalArgumentException("a phone must ring at least " + SHORTEST_RING.toSeconds() + " s");
        }
    }

    /** The languages that the PBX has an information message in. */
    public enum MessageLanguage {
        ZH, EN
    }
}
