package com.callfloor.dialer.pacing;

import java.util.function.Supplier;

import com.callfloor.dialer.words.Words;

/**
 * How many calls to place now, and why.
 *
 * @param lines 0 or more
 * @param sentence put into words only when somebody asks, since pacing is asked far more often
 */
public record Pace(int lines, Supplier<Words> sentence) {
    /** Why so many, in one sentence. */
    public Words words() {
        return sentence.get();
    }

    /** The same in English. */
    public String why() {
        return words().en();
    }

    /** No call. */
    public static Pace none(Supplier<Words> why) {
        return new Pace(0, why);
    }

    /** The same, but no more than so many. {@code because}: what bounds it. */
    public Pace atMost(int most, Supplier<Words> because) {
        return lines <= most
                ? this
                : new Pace(most, () -> words()
                        .and(Words.of("of these only %d, since ", "其中只拨 %d 通，因为", most).then(because.get())));
    }

    /**
     * As many as wanted and as there is room for.
     *
     * @param seen what led to it
     */
    public static Pace of(Supplier<Words> seen, int wanted, int room) {
        if (wanted <= 0) {
            return new Pace(0, () -> seen.get().then(new Words(": no further call", "：不再拨打")));
        }
        if (wanted <= room) {
            return new Pace(wanted, () -> seen.get().then(Words.of(": dial %d more", "：再拨 %d 通", wanted)));
        }
        return new Pace(room, () -> seen.get()
                .then(Words.of(": dial %1$d more and not %2$d, for want of room on the trunks",
                        "：再拨 %1$d 通而不是 %2$d 通，因为线路余量不足", room, wanted)));
    }
}
