package com.callfloor.dialer.pacing.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leads of a synthetic list: lognormal ring, talk and wrap-up times. */
public final class Leads {
    private Leads() {}

    /** Talks of 90 s on the average, wrap-ups of 15 s, answers after 12 s, else silence for 25 to 30 s. */
    public static List<Lead> usual(long seed, int count) {
        Random random = new Random(seed);
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int silent = (int) (25_000 + 5_000 * random.nextDouble());
            int answer = Math.min(silent - 100, Math.max(500, lognormal(random, 12_000, 0.6)));
            leads.add(new Lead(random.nextDouble(), answer, silent, 1_000 + random.nextInt(2_000),
                    Math.max(1_000, lognormal(random, 90_000, 1)), Math.max(500, lognormal(random, 15_000, 0.7))));
        }
        return leads;
    }

    private static int lognormal(Random random, double mean, double variation) {
        double spread = Math.log(1 + variation * variation);
        return (int) Math.exp(Math.log(mean) - spread / 2 + Math.sqrt(spread) * random.nextGaussian());
    }
}
