package com.callfloor.dialer.rules.replay;

import java.util.Map;
import java.util.TreeMap;

import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.books.PastDecisions.Made;

/** Counts where other packs would have decided otherwise. Confined to one thread. */
public final class WhatIf {
    private final CallingRules other;
    private final Map<String, Long> newlyDenied = new TreeMap<>();
    private final Map<String, Long> newlyAllowed = new TreeMap<>();
    private long asked;
    private long allowedThen;
    private long allowedNow;
    private long noLonger;
    private long now;

    /** {@code other}: the packs to ask. */
    public WhatIf(CallingRules other) {
        this.other = other;
    }

    public void compare(Made made) {
        Decision decision = other.decide(made.question());
        asked++;
        allowedThen += made.allowed() ? 1 : 0;
        allowedNow += decision.allowed() ? 1 : 0;
        if (made.allowed() && !decision.allowed()) {
            noLonger++;
            decision.deniedBy().stream().distinct().forEach(rule -> newlyDenied.merge(rule, 1L, Long::sum));
        }
        if (!made.allowed() && decision.allowed()) {
            now++;
            newlyAllowed.merge(made.rule(), 1L, Long::sum);
        }
    }

    public Difference difference() {
        return new Difference(asked, allowedThen, allowedNow, noLonger, newlyDenied, now, newlyAllowed);
    }

    /**
     * What came out.
     *
     * @param asked decisions that were compared
     * @param noLonger calls that were made and that the other packs would have denied
     * @param deniedBy how many of these each of their rules denies; one call may be denied by several
     * @param newlyAllowed calls that were denied and that they would have allowed
     * @param deniedThenBy how many of these each rule had denied
     */
    public record Difference(long asked, long allowedThen, long allowedNow, long noLonger, Map<String, Long> deniedBy,
            long newlyAllowed, Map<String, Long> deniedThenBy) {
        public Difference {
            deniedBy = new TreeMap<>(deniedBy);
            deniedThenBy = new TreeMap<>(deniedThenBy);
        }
    }
}
