package com.callfloor.dialer.effect;

import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the attempts of a period, the promises decided in it and the payments of it came to.
 *
 * @param calls     of the attempts reserved in the period
 * @param decided   promises by how they stand, that came to stand so in the period
 * @param recovered matched payments less matched reversals with a value date in the period, in minor units; empty by agent
 *                  and by hour, since a payment has neither
 */
public record Effect(Calls calls, Decided decided, Map<Currency, Long> recovered) {
    /** Nothing happened. */
    public static final Effect NONE = new Effect(Calls.NONE, Decided.NONE, Map.of());

    /** Copies {@code recovered}. */
    public Effect {
        recovered = Map.copyOf(recovered);
    }

    /** Both together. */
    public Effect plus(Effect other) {
        Map<Currency, Long> sum = new HashMap<>(recovered);
        other.recovered.forEach((currency, minor) -> sum.merge(currency, minor, Math::addExact));
        return new Effect(calls.plus(other.calls), decided.plus(other.decided), sum);
    }

    private static OptionalDouble rate(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /**
     * Counts of attempts. A rate of nothing is absent, not 0.
     *
     * @param attempts      reserved
     * @param answered      with an answer
     * @param conversations joined with an agent, without those that the agent called a voicemail
     * @param abandoned     answered, not joined, and ended as abandoned or unknown
     * @param rightParty    joined, with a disposition other than wrong_party, third_party, voicemail and no_conversation
     * @param promises      that made a promise
     * @param complaints    with the disposition complaint
     * @param talk          sum of ended_at - connected_at
     * @param wrapUp        sum of disposed_at - ended_at, of those disposed after the end
     * @param line          sum of ended_at - dialed_at
     */
    public record Calls(long attempts, long answered, long conversations, long abandoned, long rightParty,
            long promises,
            long complaints, Duration talk, Duration wrapUp, Duration line) {
        /** None. */
        public static final Calls NONE = new Calls(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        /** answered / attempts. */
        public OptionalDouble answerRate() {
            return rate(answered, attempts);
        }

        /** rightParty / attempts. */
        public OptionalDouble rightPartyRate() {
            return rate(rightParty, attempts);
        }

        /** promises / rightParty. */
        public OptionalDouble promiseRate() {
            return rate(promises, rightParty);
        }

        /** complaints / conversations. */
        public OptionalDouble complaintRate() {
            return rate(complaints, conversations);
        }

        /** abandoned / (conversations + abandoned), without an estimate for machines ({@code calls/Abandonment} has it). */
        public OptionalDouble abandonmentRate() {
            return rate(abandoned, conversations + abandoned);
        }

        Calls plus(Calls other) {
            return new Calls(attempts + other.attempts, answered + other.answered, conversations + other.conversations,
                    abandoned + other.abandoned, rightParty + other.rightParty, promises + other.promises,
                    complaints + other.complaints, talk.plus(other.talk), wrapUp.plus(other.wrapUp),
                    line.plus(other.line));
        }
    }

    /** Promises that were decided, by how they stand. */
    public record Decided(long kept, long partlyKept, long broken) {
        /** None. */
        public static final Decided NONE = new Decided(0, 0, 0);

        /** kept / (kept + partlyKept + broken); absent if none was decided. */
        public OptionalDouble keptRate() {
            return rate(kept, kept + partlyKept + broken);
        }

        Decided plus(Decided other) {
            return new Decided(kept + other.kept, partlyKept + other.partlyKept, broken + other.broken);
        }
    }
}
