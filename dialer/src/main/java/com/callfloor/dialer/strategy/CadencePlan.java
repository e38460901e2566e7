package com.callfloor.dialer.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a case is called again, so that it is called as often a week as its stage aims at, evenly. It says when a call is
 * wanted, never that it is allowed. A case that is behind is wanted earlier, and so comes first where cases are served by the
 * time at which they are due.
 */
public final class CadencePlan {
    private static final Duration WEEK = Duration.ofDays(7);

    private CadencePlan() {}

    /**
     * The next call after one that ended. Called no earlier, a case has at most {@code aWeek} calls in any 7 days; called
     * then, it has exactly so many.
     *
     * @param aWeek calls that are aimed at, 0 or more; 0: none, so that it is only looked at again a week later
     * @param calls of the case, in any order; those that are older than a week count no more
     * @param soon  the line was busy: as long as the week has room it is not spread
     * @return empty: whenever it is due otherwise
     */
    public static Optional<Instant> next(int aWeek, List<Instant> calls, boolean soon, Instant now) {
        if (aWeek == 0) {
            return Optional.of(now.plus(WEEK));
        }
        List<Instant> recent = calls.stream().filter(each -> each.isAfter(now.minus(WEEK))).sorted().toList();
        int left = aWeek - recent.size();
        if (left <= 0) {
            return Optional.of(recent.get(-left).plus(WEEK));
        }
        if (soon || recent.isEmpty()) {
            return Optional.empty();
        }
        Duration untilRoom = Duration.between(now, recent.getFirst().plus(WEEK));
        return Optional.of(now.plus(untilRoom.dividedBy(left + 1L)));
    }
}
