package com.callfloor.dialer.contacts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.PastTry.Result;

/**
 * The chance that a person answers a number, by a hierarchy of beta-binomial estimates: each level begins where the level
 * above ends, and moves from there as its own counts speak. With y answers in n attempts, prior m and trust k, a level's
 * mean is (k·m + y) / (k + n): the posterior mean of a beta prior with k·m successes and k·(1 − m) failures (Gelman and
 * others, Bayesian Data Analysis, 3rd ed., 2.1 and 5.3; the trusts are fixed instead of fitted, so that a young floor is
 * not led astray by a handful of calls). From the top:
 *
 * <ol>
 * <li>the roles' usual rates, all multiplied by one factor: this floor's answers over those that the usual rates foretold
 * (gamma-poisson, worth {@value #FLOOR_TRUST} answers);
 * <li>the role on this floor, trust {@value #LEVEL_TRUST} attempts;
 * <li>the role between these hours, whatever the day, the same trust;
 * <li>the role between these hours, on weekdays or at the weekend, the same trust;
 * <li>this very number, trust {@value #OWN_TRUST} attempts, since people differ more than hours do.
 * </ol>
 *
 * <p>Everything fades by {@link Forgetting}. A number's own calls count in full if made between the same hours,
 * {@value #OTHER_HOURS} of that otherwise. From the third in a row on, calls without answer count double: such a number is
 * rarely its owner's any more. Busy counts for a quarter of a call without answer, out of service for eight of them. Immutable.
 */
public final class AnswerForecast {
    private static final double FLOOR_TRUST = 5;
    private static final double LEVEL_TRUST = 20;
    private static final double OWN_TRUST = 4;
    private static final double OTHER_HOURS = 0.5;
    private static final double BUSY = 0.25;
    private static final double INVALID = 8;
    private static final int LONG_STREAK = 3;
    private static final double IN_A_LONG_STREAK = 2;
    private static final double LOWEST = 0.005;
    private static final double HIGHEST = 0.95;

    private final FloorCounts counts;
    private final double factor;

    /** {@code counts}: of this floor. */
    public AnswerForecast(FloorCounts counts) {
        this.counts = counts;
        double answers = FLOOR_TRUST;
        double foretold = FLOOR_TRUST;
        for (NumberRole role : NumberRole.values()) {
            answers += counts.of(role).answers();
            foretold += counts.of(role).attempts() * usual(role);
        }
        this.factor = answers / foretold;
    }

    /** Where nothing was learned yet: cautious, and in the order that floors know. */
    private static double usual(NumberRole role) {
        return switch (role) {
            case MOBILE -> 0.25;
            case HOME -> 0.18;
            case CONTACT -> 0.15;
            case WORK -> 0.12;
        };
    }

    /** For a number of this role of which nothing is known; {@code slot} empty: at any time. */
    public double of(NumberRole role, Optional<CallSlot> slot) {
        double floor = Math.clamp(usual(role) * factor, LOWEST, HIGHEST);
        double ofRole = counts.of(role).after(floor, LEVEL_TRUST);
        return slot.map(when -> {
            double ofHours = counts.of(role, when.band()).after(ofRole, LEVEL_TRUST);
            return counts.of(role, when).after(ofHours, LEVEL_TRUST);
        }).orElse(ofRole);
    }

    /**
     * For a number that may have been called before.
     *
     * @param slot when it would be called; empty if the debtor's time is not known
     * @param own its calls, in any order
     */
    public Estimate of(NumberRole role, Optional<CallSlot> slot, List<PastTry> own, Instant now) {
        List<PastTry> inOrder = own.stream().sorted(Comparator.comparing(PastTry::at)).toList();
        int streakBegins = streakBegins(inOrder);
        Tally tally = Tally.NONE;
        int answered = 0;
        int triesThen = 0;
        int answeredThen = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            PastTry past = inOrder.get(i);
            boolean then = sameHours(slot, past.slot());
            boolean answer = past.result() == Result.ANSWERED;
            double weight = Forgetting.weight(Duration.between(past.at(), now)) * (then ? 1 : OTHER_HOURS)
                    * worth(past.result()) * (i - streakBegins + 1 >= LONG_STREAK ? IN_A_LONG_STREAK : 1);
            tally = tally.plus(answer ? weight : 0, weight);
            answered += answer ? 1 : 0;
            triesThen += then ? 1 : 0;
            answeredThen += answer && then ? 1 : 0;
        }
        double chance = Math.clamp(tally.after(of(role, slot), OWN_TRUST), LOWEST, HIGHEST);
        return new Estimate(chance, slot, own.size(), answered, triesThen, answeredThen);
    }

    /** Where the row of calls begins in which nobody was there, to the latest. */
    private static int streakBegins(List<PastTry> inOrder) {
        int begins = inOrder.size();
        while (begins > 0 && nobodyWasThere(inOrder.get(begins - 1).result())) {
            begins--;
        }
        return begins;
    }

    private static boolean nobodyWasThere(Result result) {
        return result == Result.UNANSWERED || result == Result.INVALID;
    }

    private static double worth(Result result) {
        return switch (result) {
            case ANSWERED, UNANSWERED -> 1;
            case BUSY -> BUSY;
            case INVALID -> INVALID;
        };
    }

    private static boolean sameHours(Optional<CallSlot> one, Optional<CallSlot> other) {
        return one.isPresent() && one.map(CallSlot::band).equals(other.map(CallSlot::band));
    }
}
