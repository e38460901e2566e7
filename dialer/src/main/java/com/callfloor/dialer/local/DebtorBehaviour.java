package com.callfloor.dialer.local;

import java.time.Duration;

/**
 * What a debtor's number does when it is called. A ring of zero does not ring at all; durations have millisecond
 * precision.
 */
public sealed interface DebtorBehaviour {
    /** As the time of talking: as long as the other side stays. */
    Duration UNTIL_HUNG_UP = Duration.ZERO;

    /** Engaged (Q.850 cause 17). With a ring before it: the debtor pressed the call away. */
    record Busy(Duration ring) implements DebtorBehaviour {}

    /** The number does not exist (Q.850 cause 1). */
    record NotInService() implements DebtorBehaviour {}

    /** The network has no way (Q.850 cause 34). */
    record Congested() implements DebtorBehaviour {}

    /** Refused with this Q.850 cause; with a ring before it, by the called phone. */
    record Refused(Duration ring, int cause) implements DebtorBehaviour {}

    /** An announcement as early media, and then the end with this Q.850 cause: nothing rings, and nobody is charged. */
    record Announced(int cause) implements DebtorBehaviour {}

    /** The first call is refused with this Q.850 cause; the next ones are answered by a tone until they are hung up. */
    record RefusedFirst(int cause, Duration ring) implements DebtorBehaviour {}

    /** Rings until the caller gives up. */
    record NoAnswer() implements DebtorBehaviour {}

    /** Answers and hangs up at once. */
    record HangsUp(Duration ring) implements DebtorBehaviour {}

    /** Greets as a machine, then records the caller for a while. */
    record Voicemail(Duration ring, Duration listens) implements DebtorBehaviour {}

    /** Speaks. */
    record Talks(Duration ring, Duration talk) implements DebtorBehaviour {}

    /** Sends one tone, so that a recording can be proved. */
    record Tone(Duration ring, Duration talk, int hertz) implements DebtorBehaviour {}

    /** Sends a tenth of a second of one tone, each second, so that time can be read off a recording. */
    record Pulses(Duration ring, Duration talk, int hertz) implements DebtorBehaviour {}

    /** Says back whatever is heard, so that a recording tells what that was. */
    record Echoes(Duration ring, Duration talk) implements DebtorBehaviour {}

    /** Listens for a while, presses a key once and stays. */
    record PressesKey(Duration ring, Duration listens, int key) implements DebtorBehaviour {}

    /** Takes so many keys and keeps them, then sends a tone of 440 hertz. */
    record Keypad(Duration ring, int keys) implements DebtorBehaviour {}

    /**
     * Answers, keeps silent for a while, says one sound and listens.
     *
     * @param sound below the sounds folder, without ending
     */
    record Says(Duration ring, Duration silence, String sound) implements DebtorBehaviour {}

    /** Nobody answers: the network says one sound as early media and ends the call with a Q.850 cause. */
    record SaysUnanswered(String sound, int cause) implements DebtorBehaviour {}

    /** Answers and never sends a packet of audio. */
    record Mute(Duration ring, Duration talk) implements DebtorBehaviour {}
}
