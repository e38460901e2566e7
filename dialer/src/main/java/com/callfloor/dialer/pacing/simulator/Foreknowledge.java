package com.callfloor.dialer.pacing.simulator;

import java.util.SplittableRandom;

import com.callfloor.dialer.pacing.Normal;

/**
 * A forecast of a given quality of who will answer, true to the fates that are fixed. With luck u and z = Φ⁻¹(u), what is
 * known is s = q·z + √(1 − q²)·noise; given s, a person answers with the chance Φ((Φ⁻¹(p) − q·s) / √(1 − q²)), whose mean
 * over all calls is p.
 */
final class Foreknowledge {
    private final double quality;
    private final double unknown;
    private final long seed;

    Foreknowledge(double quality, long seed) {
        this.quality = quality;
        this.unknown = Math.sqrt(1 - quality * quality);
        this.seed = seed;
    }

    /** The answer chance of a lead over that of all, at this answer rate. */
    double lift(Lead lead, int number, double rate) {
        if (quality == 0 || rate <= 0 || rate >= 1) {
            return 1;
        }
        double noise = new SplittableRandom(seed * 31 + number).nextGaussian();
        double known = quality * Normal.quantile(lead.luck()) + unknown * noise;
        return Normal.cdf((Normal.quantile(rate) - quality * known) / unknown) / rate;
    }
}
