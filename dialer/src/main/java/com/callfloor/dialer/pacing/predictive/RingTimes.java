package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.Normal;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;

/**
 * How long phones ring until a person answers, and until they stop otherwise. Two competing risks, in steps of a second
 * (Aalen and Johansen's estimator); calls that still ring count as long as they have rung.
 */
final class RingTimes {
    /** Seconds; later than this nothing is told apart. */
    static final int LONGEST = 64;
    /** What is believed before the first call, in calls: 30 % answered after 15 s or so, 10 % of the rest gone at once. */
    private static final double PRIOR_CALLS = 20;
    private static final double PRIOR_MEAN = 15;
    private static final double PRIOR_CV = 0.5;
    private static final int PRIOR_REFUSED_AT = 2;
    private static final int PRIOR_GIVEN_UP_AT = 28;

    private final double[] answered = new double[LONGEST];
    private final double[] otherwise = new double[LONGEST];
    private final double[] atRisk = new double[LONGEST];
    private final double[] answeredBy = new double[LONGEST + 1];
    private final double[] silentAfter = new double[LONGEST + 1];
    private long ended;

    RingTimes() {
        double spread = Math.sqrt(Math.log(1 + PRIOR_CV * PRIOR_CV));
        double middle = Math.log(PRIOR_MEAN) - spread * spread / 2;
        double alive = 1;
        for (int i = 0; i < LONGEST; i++) {
            double until = Normal.cdf((Math.log(i + 1) - middle) / spread);
            double before = i == 0 ? 0 : Normal.cdf((Math.log(i) - middle) / spread);
            double answers = i >= 30 ? 0 : 0.3 * (until - before);
            double others = i == PRIOR_REFUSED_AT ? 0.07 : i == PRIOR_GIVEN_UP_AT ? 0.63 : 0;
            atRisk[i] = PRIOR_CALLS * Math.max(0.02, alive);
            answered[i] = PRIOR_CALLS * answers;
            otherwise[i] = PRIOR_CALLS * others;
            alive -= answers + others;
        }
        rebuild(new double[0]);
    }

    void ended(double afterSeconds, RingEnd how) {
        int bin = bin(afterSeconds);
        for (int i = 0; i <= bin; i++) {
            atRisk[i]++;
        }
        switch (how) {
            case ANSWERED -> answered[bin]++;
            case UNANSWERED -> otherwise[bin]++;
        }
        ended++;
    }

    /** How many calls have taught so far. */
    long ended() {
        return ended;
    }

    /** @param ringing for how many seconds each call rings that has not ended */
    void rebuild(double[] ringing) {
        double[] risk = atRisk.clone();
        for (double age : ringing) {
            int whole = (int) Math.min(LONGEST, age);
            for (int i = 0; i < whole; i++) {
                risk[i]++;
            }
        }
        double[] answers = new double[LONGEST + 1];
        double[] others = new double[LONGEST + 1];
        double alive = 1;
        for (int i = 0; i < LONGEST; i++) {
            double byAnswer = answered[i] / risk[i];
            double otherwiseEnded = otherwise[i] / risk[i];
            double whole = Math.max(1, byAnswer + otherwiseEnded);
            answers[i + 1] = answers[i] + alive * byAnswer / whole;
            others[i + 1] = others[i] + alive * otherwiseEnded / whole;
            alive *= 1 - (byAnswer + otherwiseEnded) / whole;
        }
        for (int i = 0; i <= LONGEST; i++) {
            answeredBy[i] = answers[i] / answers[LONGEST];
            silentAfter[i] = 1 - others[i] / others[LONGEST];
        }
    }

    /** Of the calls that persons answer, the share that is answered within so many seconds. */
    double answeredBy(double seconds) {
        return seconds <= 0 ? 0 : seconds >= LONGEST ? 1 : between(answeredBy, seconds);
    }

    /** The chance that a person answers within the next seconds, if the call has rung for {@code age} seconds. */
    double answersWithin(double seconds, double age, double rate) {
        double until = answeredBy(age);
        double silent = age <= 0 ? 1 : age >= LONGEST ? 0 : between(silentAfter, age);
        double stillRinging = rate * (1 - until) + (1 - rate) * silent;
        return stillRinging < 1e-9 ? 0 : Math.min(1, rate * (answeredBy(age + seconds) - until) / stillRinging);
    }

    /** After how many seconds this share of the calls that persons answer is answered. */
    double quantile(double share) {
        int bin = 0;
        while (bin < LONGEST - 1 && answeredBy[bin + 1] < share) {
            bin++;
        }
        double within = answeredBy[bin + 1] - answeredBy[bin];
        return bin + (within <= 0 ? 0.5 : (share - answeredBy[bin]) / within);
    }

    private static double between(double[] table, double seconds) {
        int bin = (int) seconds;
        return table[bin] + (seconds - bin) * (table[bin + 1] - table[bin]);
    }

    private static int bin(double seconds) {
        return (int) Math.min(LONGEST - 1, Math.max(0, seconds));
    }
}
