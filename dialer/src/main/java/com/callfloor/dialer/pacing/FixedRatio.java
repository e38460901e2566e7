package com.callfloor.dialer.pacing;

import java.util.Locale;

/** So many calls for each free agent, whatever comes of it: above 1, debtors may find nobody. */
public final class FixedRatio implements Pacing {
    private static final double ROUNDING = 1e-9;

    private final double ratio;

    /** @param ratio calls under way per free agent, from 1 to 10 */
    public FixedRatio(double ratio) {
        if (!(ratio >= 1 && ratio <= 10)) {
            throw new IllegalArgumentException("the ratio is " + ratio + "; it must be from 1 to 10");
        }
        this.ratio = ratio;
    }

    @Override
    public Pace pace(FloorPicture floor, String campaign) {
        int underway = floor.ringing().size() + floor.waiting();
        int wanted = (int) Math.floor(ratio * floor.free() + ROUNDING) - underway;
        return Pace.of(() -> floor.free() + " agents free, "
                + (floor.held() == 0 ? "" : floor.held() + " held for one call each, ")
                + (ratio == 1 ? "" : String.format(Locale.ROOT, "%.3g calls for each, ", ratio)) + underway
                + " calls under way", wanted, floor.room());
    }
}
