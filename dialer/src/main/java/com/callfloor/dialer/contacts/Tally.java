package com.callfloor.dialer.contacts;

/**
 * How often phones were tried, and persons answered. Fractions: what is older counts less.
 *
 * @param answers 0 to {@code attempts}
 */
record Tally(double answers, double attempts) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(double moreAnswers, double moreAttempts) {
        return new Tally(answers + moreAnswers, attempts + moreAttempts);
    }

    Tally plus(Tally other) {
        return plus(other.answers, other.attempts);
    }

    /**
     * The mean of a beta distribution that began at {@code prior} with so much trust and has seen this tally.
     *
     * @param prior above 0, below 1, and so is the answer
     * @param trust in attempts; above 0
     */
    double after(double prior, double trust) {
        return (prior * trust + answers) / (trust + attempts);
    }
}
