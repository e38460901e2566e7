package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.Optional;

/** Finds the header that a lender may have meant. */
final class Similarity {
    private static final double ENOUGH = 0.5;
    private static final double CONTAINED = 0.75;
    private static final int SHORTEST_PART = 2;
    private static final int LONGEST = 64;

    private Similarity() {}

    /** The candidate that is most like one of the names, if any is at all. */
    static Optional<String> nearest(List<String> names, List<String> candidates) {
        Optional<String> nearest = Optional.empty();
        double best = ENOUGH;
        for (String candidate : candidates) {
            for (String name : names) {
                double likeness = likeness(Column.key(name), Column.key(candidate));
                if (likeness > best || (likeness == best && nearest.isEmpty())) {
                    best = likeness;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest.map(Text::shown);
    }

    /** From 0, nothing alike, to 1, the same. */
    private static double likeness(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || other.length() > LONGEST || one.length() > LONGEST) {
            return 0;
        }
        double byEdits = 1 - (double) Edits.between(one, other) / Math.max(one.length(), other.length());
        boolean contained = Math.min(one.length(), other.length()) >= SHORTEST_PART
                && (one.contains(other) || other.contains(one));
        return contained ? Math.max(CONTAINED, byEdits) : byEdits;
    }

}
