package com.callfloor.dialer.contacts;

/**
 * How much likelier a call is answered than the campaign's average call. The average is that of the last 500 or so calls'
 * own forecasts, so that a forecast that is too high or too low for all of them misleads nobody: only the differences
 * between calls count. Confined to one thread.
 */
public final class RelativeChance {
    private static final int MEMORY = 500;
    private static final double LOWEST = 0.25;
    private static final double HIGHEST = 4;

    private double mean;
    private int calls;

    /**
     * Takes the next call into the average.
     *
     * @param chance above 0, below 1
     * @return 0.25 to 4
     */
    public double next(double chance) {
        calls = Math.min(calls + 1, MEMORY);
        mean += (chance - mean) / calls;
        return Math.clamp(chance / mean, LOWEST, HIGHEST);
    }
}
