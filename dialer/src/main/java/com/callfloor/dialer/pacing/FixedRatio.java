package com.callfloor.dialer.pacing;

import com.callfloor.dialer.words.Words;

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
        return Pace.of(() -> seen(floor, underway), wanted, floor.room());
    }

    private Words seen(FloorPicture floor, int underway) {
        Words words = Words.of("%d agents free, ", "%d 名坐席空闲，", floor.free());
        if (floor.held() > 0) {
            words = words.then(Words.of("%d held for one call each, ", "%d 名各为一通电话保留，", floor.held()));
        }
        if (ratio != 1) {
            words = words.then(Words.of("%.3g calls for each, ", "每名坐席 %.3g 通，", ratio));
        }
        return words.then(Words.of("%d calls under way", "%d 通正在呼叫", underway));
    }
}
