package com.callfloor.dialer.pacing.predictive;

/**
 * The chance that a person answers a call, learned as it changes.
 *
 * <p>Bayesian change-point detection (Adams and MacKay 2007): up to 40 hypotheses of when the rate last changed, each a
 * gamma distribution of the rate since then, weighed by how well it foretold each second's answers.
 */
final class AnswerRate {
    private static final int HYPOTHESES = 40;
    private static final double SECONDS_BETWEEN_CHANGES = 1_800;
    private static final double LIKELIEST_CHANGE = 0.05;
    /** How much a new hypothesis trusts the long run, in calls. */
    private static final double FRESH_TRUST = 10;
    private static final double LONG_RUN = 20_000;
    private static final double LEAST_TRIALS = 1e-3;
    private static final double HIGHEST = 0.95;
    /** Pacing never believes in less than this share of the slow average: a quiet spell must not flood the lines. */
    private static final double SLOWEST_FALL = 0.75;

    private final double[] answers = new double[HYPOTHESES + 1];
    private final double[] trials = new double[HYPOTHESES + 1];
    private final double[] weight = new double[HYPOTHESES + 1];
    private int hypotheses = 1;
    private double longAnswers = 1.2;
    private double longTrials = 4;
    private double slowAnswers = 1.2;
    private double slowTrials = 4;
    private double mean = 0.3;
    private double variance = 0.03;

    AnswerRate() {
        answers[0] = longAnswers;
        trials[0] = longTrials;
        weight[0] = 1;
    }

    /**
     * Takes a second's outcome in.
     *
     * @param tried how many answers there would have been, had every call been answered in its time
     * @param agents at work: the more there are, the more calls are remembered
     */
    void observe(double tried, int answered, double seconds, int agents) {
        double memory = 300 + 20.0 * agents;
        if (tried < 1e-9 && answered == 0) {
            return;
        }
        double exposure = Math.max(tried, LEAST_TRIALS);
        addHypothesis(exposure, answered, Math.min(LIKELIEST_CHANGE, seconds / SECONDS_BETWEEN_CHANGES));
        for (int i = 0; i < hypotheses; i++) {
            answers[i] += answered;
            trials[i] += exposure;
            if (trials[i] > memory) {
                answers[i] *= memory / trials[i];
                trials[i] = memory;
            }
        }
        rememberLong(exposure, answered, 150 + 5.0 * agents);
        if (hypotheses > HYPOTHESES) {
            forgetLightest();
        }
        summarize();
    }

    private void addHypothesis(double exposure, int answered, double change) {
        double freshAnswers = FRESH_TRUST * longAnswers / longTrials;
        double fresh = 0;
        for (int i = 0; i < hypotheses; i++) {
            fresh += weight[i] * change;
            weight[i] *= (1 - change) * likelihood(answers[i], trials[i], exposure, answered);
        }
        answers[hypotheses] = freshAnswers;
        trials[hypotheses] = FRESH_TRUST;
        weight[hypotheses] = fresh * likelihood(freshAnswers, FRESH_TRUST, exposure, answered);
        hypotheses++;
    }

    /** Negative binomial: a Poisson count whose rate is gamma distributed. Without the factors that all share. */
    private static double likelihood(double shape, double rate, double exposure, int count) {
        double likelihood = Math.exp(-shape * Math.log1p(exposure / rate));
        double ratio = exposure / (rate + exposure);
        for (int i = 0; i < count; i++) {
            likelihood *= (shape + i) / (i + 1) * ratio;
        }
        return likelihood;
    }

    private void rememberLong(double exposure, int answered, double slowMemory) {
        slowAnswers += answered;
        slowTrials += exposure;
        if (slowTrials > slowMemory) {
            slowAnswers *= slowMemory / slowTrials;
            slowTrials = slowMemory;
        }
        longAnswers += answered;
        longTrials += exposure;
        if (longTrials > LONG_RUN) {
            longAnswers /= 2;
            longTrials /= 2;
        }
    }

    private void forgetLightest() {
        int lightest = 0;
        for (int i = 1; i < hypotheses; i++) {
            lightest = weight[i] < weight[lightest] ? i : lightest;
        }
        hypotheses--;
        int moved = hypotheses - lightest;
        System.arraycopy(answers, lightest + 1, answers, lightest, moved);
        System.arraycopy(trials, lightest + 1, trials, lightest, moved);
        System.arraycopy(weight, lightest + 1, weight, lightest, moved);
    }

    private void summarize() {
        double total = 0;
        for (int i = 0; i < hypotheses; i++) {
            total += weight[i];
        }
        double first = 0;
        double second = 0;
        for (int i = 0; i < hypotheses; i++) {
            weight[i] /= total;
            double rate = answers[i] / trials[i];
            first += weight[i] * rate;
            second += weight[i] * (rate * rate + rate / trials[i]);
        }
        mean = Math.min(0.98, first);
        variance = Math.max(0, second - first * first);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** The rate to pace by, on the safe side: up at once, down slowly. */
    double cautious() {
        double slow = slowAnswers / slowTrials;
        return Math.min(HIGHEST, Math.max(mean + Math.sqrt(variance), SLOWEST_FALL * slow));
    }
}
