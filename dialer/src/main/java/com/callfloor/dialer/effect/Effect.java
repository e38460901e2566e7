package com.callfloor.dialer.effect;

import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the attempts of a period, the promises decided in it and the payments of it came to.
 *
 * @param calls   of the attempts reserved in the period
 * @param decided promises by how they stand, that came to stand so in the period
 * @param money   what was recovered
 * @param messages sent in the period
 * @param cadence whether cases were called as often as they are to be; by what groups calls, {@link Cadence#NONE}
 */
public record Effect(Calls calls, Decided decided, Money money, Cadence cadence, Messages messages) {
    /** Nothing happened. */
    public static final Effect NONE = new Effect(Calls.NONE, Decided.NONE, Money.NONE, Cadence.NONE,
            Messages.NONE);

    /** One without messages. */
    public Effect(Calls calls, Decided decided, Money money, Cadence cadence) {
        this(calls, decided, money, cadence, Messages.NONE);
    }

    public static Effect of(Messages messages) {
        return new Effect(Calls.NONE, Decided.NONE, Money.NONE, Cadence.NONE, messages);
    }

    public static Effect of(Calls calls) {
        return new Effect(calls, Decided.NONE, Money.NONE, Cadence.NONE);
    }

    public static Effect of(Decided decided) {
        return new Effect(Calls.NONE, decided, Money.NONE, Cadence.NONE);
    }

    public static Effect of(Money money) {
        return new Effect(Calls.NONE, Decided.NONE, money, Cadence.NONE);
    }

    public static Effect of(Cadence cadence) {
        return new Effect(Calls.NONE, Decided.NONE, Money.NONE, cadence);
    }

    /** Both together. */
    public Effect plus(Effect other) {
        return new Effect(calls.plus(other.calls), decided.plus(other.decided), money.plus(other.money),
                cadence.plus(other.cadence), messages.plus(other.messages));
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
     * @param talk          sum of talk_ended_at - connected_at, or of ended_at where nobody was asked afterwards
     * @param wrapUp        sum of disposed_at - ended_at, of those disposed after the end
     * @param line          sum of ended_at - dialed_at
     * @param ratings       in which the debtor said afterwards how satisfied they were
     * @param ratingPoints  sum of these answers, 1 to 5 each
     */
    public record Calls(long attempts, long answered, long conversations, long abandoned, long rightParty,
            long promises,
            long complaints, Duration talk, Duration wrapUp, Duration line, long ratings, long ratingPoints) {
        /** None. */
        public static final Calls NONE = new Calls(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO,
                0, 0);

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

        /** ratingPoints / ratings: 1 to 5. */
        public OptionalDouble satisfaction() {
            return rate(ratingPoints, ratings);
        }

        Calls plus(Calls other) {
            return new Calls(attempts + other.attempts, answered + other.answered, conversations + other.conversations,
                    abandoned + other.abandoned, rightParty + other.rightParty, promises + other.promises,
                    complaints + other.complaints, talk.plus(other.talk), wrapUp.plus(other.wrapUp),
                    line.plus(other.line), ratings + other.ratings, ratingPoints + other.ratingPoints);
        }
    }

    /**
     * Messages that were sent. By what groups calls, one that was sent by hand is its sender's; by strategy, stage and script they
     * are in the group without a name, by hour in none.
     *
     * @param sms short messages, each of one segment or more
     * @param segments of these
     */
    public record Messages(long sms, long segments, long emails) {
        /** None. */
        public static final Messages NONE = new Messages(0, 0, 0);

        Messages plus(Messages other) {
            return new Messages(sms + other.sms, segments + other.segments, emails + other.emails);
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

    /**
     * Money that came in, in minor units by currency.
     *
     * @param recovered matched payments less reversals with a value date in the period. By what groups calls it goes to the
     *                  last conversation with the debtor about the case on the value date or in the 30 days before it, a
     *                  reversal where its payment went, and to the group without a name if there was none; none by hour
     * @param stillDue  of the cases that were called in the period, as it stands now
     * @param days      from the first conversation with the debtor about a case to its first payment that was not taken back,
     *                  where that came in the period: how many cases took so many days
     */
    public record Money(Map<Currency, Long> recovered, Map<Currency, Long> stillDue, SortedMap<Integer, Long> days) {
        /** None. */
        public static final Money NONE = new Money(Map.of(), Map.of(), new TreeMap<>());

        /** Copies everything. */
        public Money {
            recovered = Map.copyOf(recovered);
            stillDue = Map.copyOf(stillDue);
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        }

        public static Money recovered(Currency currency, long minor) {
            return new Money(Map.of(currency, minor), Map.of(), new TreeMap<>());
        }

        public static Money stillDue(Currency currency, long minor) {
            return new Money(Map.of(), Map.of(currency, minor), new TreeMap<>());
        }

        public static Money days(int days, long cases) {
            return new Money(Map.of(), Map.of(), new TreeMap<>(Map.of(days, cases)));
        }

        /** recovered / (recovered + stillDue); absent where that is nothing. */
        public OptionalDouble recoveryRate(Currency currency) {
            long part = recovered.getOrDefault(currency, 0L);
            long whole = part + stillDue.getOrDefault(currency, 0L);
            return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
        }

        /** Cases that {@link #days} knows of. */
        public long recoveredCases() {
            return days.values().stream().mapToLong(Long::longValue).sum();
        }

        /**
         * The fewest days within which a share of the cases paid (nearest rank); absent without cases.
         *
         * @param share above 0, to 1
         */
        public OptionalInt daysWithin(double share) {
            long rank = (long) Math.ceil(share * recoveredCases());
            for (Map.Entry<Integer, Long> each : days.entrySet()) {
                rank -= each.getValue();
                if (rank <= 0) {
                    return OptionalInt.of(each.getKey());
                }
            }
            return OptionalInt.empty();
        }

        Money plus(Money other) {
            SortedMap<Integer, Long> both = new TreeMap<>(days);
            other.days.forEach((day, cases) -> both.merge(day, cases, Math::addExact));
            return new Money(sum(recovered, other.recovered), sum(stillDue, other.stillDue), both);
        }

        private static Map<Currency, Long> sum(Map<Currency, Long> one, Map<Currency, Long> other) {
            Map<Currency, Long> sum = new HashMap<>(one);
            other.forEach((currency, minor) -> sum.merge(currency, minor, Math::addExact));
            return sum;
        }
    }

    /**
     * Of the cases that are open now and were for the whole 7 days.
     *
     * @param cases all of them
     * @param met   those that were called as often as the target asks, in the 7 days until the period's end or now
     */
    public record Cadence(long cases, long met) {
        /** None. */
        public static final Cadence NONE = new Cadence(0, 0);

        /** met / cases. */
        public OptionalDouble fulfilment() {
            return rate(met, cases);
        }

        Cadence plus(Cadence other) {
            return new Cadence(cases + other.cases, met + other.met);
        }
    }
}
