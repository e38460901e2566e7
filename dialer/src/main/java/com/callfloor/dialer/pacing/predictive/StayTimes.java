package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.Normal;

/**
 * How long something lasts, as the chance that it ends now if it has lasted so long: a hazard, constant between edges
 * that lie the wider apart the later they are, each with a gamma prior. What still lasts counts for as long as it has.
 */
final class StayTimes {
    private static final double[] EDGES = {0, 3, 6, 10, 15, 20, 30, 40, 50, 60, 75, 90, 110, 135, 165, 200, 250, 320,
            420, 560, 800, 1_200, 2_000, 3_600, 7_300};
    private static final int BINS = EDGES.length - 1;
    /** How much the prior is trusted, in ends per bin. */
    private static final double TRUST = 2;

    private final double[] ends = new double[BINS];
    private final double[] exposure = new double[BINS];
    private final double[] prior = new double[BINS];

    /** The prior is lognormal, with its mean in seconds and its coefficient of variation. */
    StayTimes(double mean, double variation) {
        double spread = Math.sqrt(Math.log(1 + variation * variation));
        double middle = Math.log(mean) - spread * spread / 2;
        double alive = 1;
        for (int bin = 0; bin < BINS; bin++) {
            double later = 1 - Normal.cdf((Math.log(EDGES[bin + 1]) - middle) / spread);
            prior[bin] = later < 1e-9 || alive < 1e-9
                    ? prior[Math.max(0, bin - 1)]
                    : (Math.log(alive) - Math.log(later)) / (EDGES[bin + 1] - EDGES[bin]);
            alive = later;
        }
    }

    void ended(double afterSeconds) {
        expose(exposure, afterSeconds);
        ends[bin(afterSeconds)]++;
    }

    /**
     * The chance of an end in each second, of those that last so long.
     *
     * @param lasting for how many seconds each has lasted that has not ended
     */
    double[] perSecond(int seconds, double[] lasting) {
        double[] seen = exposure.clone();
        for (double age : lasting) {
            expose(seen, age);
        }
        double[] chances = new double[seconds];
        for (int second = 0; second < seconds; second++) {
            int bin = bin(second + 0.5);
            chances[second] = 1 - Math.exp(-(ends[bin] + TRUST) / (seen[bin] + TRUST / prior[bin]));
        }
        return chances;
    }

    private static void expose(double[] exposure, double seconds) {
        for (int bin = 0; bin < BINS && EDGES[bin] < seconds; bin++) {
            exposure[bin] += Math.min(seconds, EDGES[bin + 1]) - EDGES[bin];
        }
    }

    private static int bin(double seconds) {
        int bin = 0;
        while (bin < BINS - 1 && EDGES[bin + 1] <= seconds) {
            bin++;
        }
        return bin;
    }
}
