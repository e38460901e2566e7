package com.callfloor.dialer.pacing;

/** The standard normal distribution. */
public final class Normal {
    private static final double FAR = 8;

    private Normal() {}

    /** P(Z ≤ z) within 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
    public static double cdf(double z) {
        if (Math.abs(z) > FAR) {
            return z > 0 ? 1 : 0;
        }
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double above = density(z)
                * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - above : above;
    }

    public static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The z with P(Z ≤ z) = share, by bisection. */
    public static double quantile(double share) {
        double low = -FAR;
        double high = FAR;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (cdf(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
