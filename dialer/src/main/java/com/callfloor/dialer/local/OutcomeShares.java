package com.callfloor.dialer.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often the simulated debtors do what, each from 0 to 1; whoever is left over answers and talks.
 *
 * @param noAnswer ring until the caller gives up
 * @param busy are engaged
 * @param notInService have a number that does not exist
 * @param congestion cannot be reached by the network
 * @param voicemail let a machine answer
 * @param hangsUp answer and hang up at once
 */
public record OutcomeShares(double noAnswer, double busy, double notInService, double congestion, double voicemail,
        double hangsUp) {
    private static final int WHOLE = 10_000;

    /** A lively floor: three calls in five reach a person. */
    public static final OutcomeShares LIVELY = new OutcomeShares(0.12, 0.10, 0.06, 0.02, 0.06, 0.04);

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if one is negative or all together are more than 1
     */
    public OutcomeShares {
        double sum = noAnswer + busy + notInService + congestion + voicemail + hangsUp;
        boolean negative = Math.min(Math.min(Math.min(noAnswer, busy), Math.min(notInService, congestion)),
                Math.min(voicemail, hangsUp)) < 0;
        if (negative || !(sum <= 1.000_001)) {
            throw new IllegalArgumentException(
                    "each share of outcomes is 0 or more and all together are at most 1, not %s".formatted(sum));
        }
    }

    /** Upper bounds in ten-thousandths, by the names of the carrier's template. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        double until = bound(values, "untilNoAnswer", noAnswer);
        until = bound(values, "untilBusy", until + busy);
        until = bound(values, "untilNotInService", until + notInService);
        until = bound(values, "untilCongestion", until + congestion);
        until = bound(values, "untilVoicemail", until + voicemail);
        bound(values, "untilHangUp", until + hangsUp);
        return values;
    }

    private static double bound(Map<String, String> values, String name, double until) {
        values.put(name, Long.toString(Math.round(until * WHOLE)));
        return until;
    }
}
