package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.util.List;

/**
 * How many of the calls that persons answer may be abandoned: a promise that holds in each of the windows that end now.
 *
 * @param share above 0, at most 0.1
 * @param windows at least one, each an hour or more
 */
public record AbandonmentCap(double share, List<Duration> windows) {
    private static final Duration SHORTEST = Duration.ofHours(1);

    public AbandonmentCap {
        if (!(share > 0 && share <= 0.1)) {
            throw new IllegalArgumentException(
                    "the abandonment cap is " + share + "; it must be above 0 and at most 0.1, such as 0.03");
        }
        windows = List.copyOf(windows);
        if (windows.isEmpty() || windows.stream().anyMatch(window -> window.compareTo(SHORTEST) < 0)) {
            throw new IllegalArgumentException(
                    "the abandonment cap's windows are " + windows + "; each must be an hour or more");
        }
    }

    /** The same promise for a smaller share; a larger one changes nothing. */
    AbandonmentCap loweredTo(double wanted) {
        return new AbandonmentCap(Math.min(share, wanted), windows);
    }

    /** In any 24 hours and in any 30 days. */
    public AbandonmentCap(double share) {
        this(share, List.of(Duration.ofHours(24), Duration.ofDays(30)));
    }
}
