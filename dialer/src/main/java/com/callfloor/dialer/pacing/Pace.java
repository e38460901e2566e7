package com.callfloor.dialer.pacing;

import java.util.function.Supplier;

/**
 * How many calls to place now, and why.
 *
 * @param lines 0 or more
 * @param sentence put into words only when somebody asks, since pacing is asked far more often
 */
public record Pace(int lines, Supplier<String> sentence) {
    /** Why so many, in one sentence. */
    public String why() {
        return sentence.get();
    }

    /** The same, but no more than so many. {@code because}: what bounds it. */
    public Pace atMost(int most, Supplier<String> because) {
        return lines <= most
                ? this
                : new Pace(most, () -> why() + "; of these only " + most + ", since " + because.get());
    }

    /**
     * As many as wanted and as there is room for.
     *
     * @param seen what led to it
     */
    public static Pace of(Supplier<String> seen, int wanted, int room) {
        if (wanted <= 0) {
            return new Pace(0, () -> seen.get() + ": no further call");
        }
        if (wanted <= room) {
            return new Pace(wanted, () -> seen.get() + ": dial " + wanted + " more");
        }
        return new Pace(room, () -> seen.get() + ": dial " + room + " more and not " + wanted
                + ", for want of room on the trunks");
    }
}
