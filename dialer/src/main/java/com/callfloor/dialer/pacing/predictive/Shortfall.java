package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.Normal;

/**
 * By how much answered calls may outnumber the agents who get free: a sum of independent chances. Exact where it is
 * small, else a normal distribution corrected for its skewness (Edgeworth's first term).
 */
sealed interface Shortfall {
    /** A call that is answered with this chance. */
    void addCall(double answered);

    /** An agent who gets free with this chance. */
    void addAgent(double free);

    /** The chance that the shortfall is so large or larger. */
    double reaches(int size);

    /** The chance of every size, in a table around zero. */
    final class Exact implements Shortfall {
        private static final double NEGLIGIBLE = 1e-7;

        private final int zero;
        private double[] chance;
        private int lowest;
        private int highest;

        /** @param agents the most that will be added */
        Exact(int agents, int calls) {
            zero = agents;
            chance = new double[agents + calls + 8];
            chance[zero] = 1;
            lowest = zero;
            highest = zero;
        }

        @Override
        public void addCall(double answered) {
            if (answered < NEGLIGIBLE) {
                return;
            }
            highest++;
            if (highest >= chance.length) {
                chance = java.util.Arrays.copyOf(chance, chance.length * 2);
            }
            for (int i = highest; i > lowest; i--) {
                chance[i] = chance[i] * (1 - answered) + chance[i - 1] * answered;
            }
            chance[lowest] *= 1 - answered;
        }

        @Override
        public void addAgent(double free) {
            if (free < NEGLIGIBLE) {
                return;
            }
            lowest--;
            for (int i = lowest; i < highest; i++) {
                chance[i] = chance[i] * (1 - free) + chance[i + 1] * free;
            }
            chance[highest] *= 1 - free;
        }

        @Override
        public double reaches(int size) {
            double sum = 0;
            for (int i = Math.max(lowest, zero + size); i <= highest; i++) {
                sum += chance[i];
            }
            return sum;
        }
    }

    /** The first three cumulants. */
    final class Approximate implements Shortfall {
        private final double doubt;
        private double calls;
        private double mean;
        private double variance;
        private double third;

        /** @param doubt the variance of the answer rate over its square: an error that all calls share */
        Approximate(double doubt) {
            this.doubt = doubt;
        }

        @Override
        public void addCall(double answered) {
            double own = answered * (1 - answered);
            calls += answered;
            mean += answered;
            variance += own;
            third += own * (1 - 2 * answered);
        }

        @Override
        public void addAgent(double free) {
            double own = free * (1 - free);
            mean -= free;
            variance += own;
            third -= own * (1 - 2 * free);
        }

        @Override
        public double reaches(int size) {
            double whole = variance + calls * calls * doubt;
            if (whole < 1e-9) {
                return mean >= size - 1e-6 ? 1 : 0;
            }
            double deviation = Math.sqrt(whole);
            double z = (size - 0.5 - mean) / deviation;
            double skew = third / (6 * whole * deviation) * (z * z - 1) * Normal.density(z);
            return Math.clamp(1 - Normal.cdf(z) + skew, 0, 1);
        }
    }
}
