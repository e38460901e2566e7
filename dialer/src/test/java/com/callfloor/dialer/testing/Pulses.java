package com.callfloor.dialer.testing;

import java.util.ArrayList;
import java.util.List;

/** Reads off one side of a recording when its pulses began. */
public final class Pulses {
    private static final int RATE = 8_000;
    /** Whole periods of the tones in use, 440 Hz (nearly) and 1000 Hz. */
    private static final int WINDOW = 40;
    private static final int LEAST_APART = RATE / 2;

    private Pulses() {}

    /** Milliseconds from the recording's start, in order; a constant delay of some ms is in all of them. */
    public static List<Double> onsets(short[] side) {
        double[] level = levels(side);
        double threshold = highest(level) / 2;
        List<Double> onsets = new ArrayList<>();
        int last = -LEAST_APART;
        for (int i = 1; i < level.length; i++) {
            if (level[i] >= threshold && level[i - 1] < threshold && i - last >= LEAST_APART) {
                onsets.add((i - 1 + (threshold - level[i - 1]) / (level[i] - level[i - 1])) * 1_000 / RATE);
                last = i;
            }
        }
        return onsets;
    }

    /** The mean of the magnitudes in the window that ends at each sample. */
    private static double[] levels(short[] side) {
        double[] levels = new double[side.length];
        long sum = 0;
        for (int i = 0; i < side.length; i++) {
            sum += Math.abs(side[i]);
            if (i >= WINDOW) {
                sum -= Math.abs(side[i - WINDOW]);
            }
            levels[i] = (double) sum / WINDOW;
        }
        return levels;
    }

    private static double highest(double[] levels) {
        double highest = 0;
        for (double level : levels) {
            highest = Math.max(highest, level);
        }
        return highest;
    }
}
