package com.callfloor.dialer.supervision;

import org.jspecify.annotations.Nullable;

/**
 * What bounds a campaign besides its agents and trunks. A lower limit ends no call; it only lets no new one begin.
 *
 * @param lines calls at once, from the reservation to the end, 1 or more; null: no limit of its own
 * @param ringing of these, calls that nobody has answered yet, 1 or more; null: no limit of its own
 * @param abandonTarget of the calls that persons answer, what may find no agent, above 0; null: as the floor's configuration
 *     says. A higher one than that does not count.
 */
public record CampaignLimits(@Nullable Integer lines, @Nullable Integer ringing, @Nullable Double abandonTarget) {
    public static final CampaignLimits NONE = new CampaignLimits(null, null, null);
    public static final int MOST_LINES = 10_000;

    public CampaignLimits {
        checkLines("lines", lines);
        checkLines("ringing", ringing);
        if (abandonTarget != null && !(abandonTarget > 0 && abandonTarget < 1)) {
            throw new IllegalArgumentException("the abandonment target is " + abandonTarget
                    + "; it is a share above 0 and below 1, such as 0.02");
        }
    }

    private static void checkLines(String what, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST_LINES)) {
            throw new IllegalArgumentException(what + " is " + limit + "; it must be from 1 to " + MOST_LINES);
        }
    }

    public CampaignLimits withLines(@Nullable Integer wanted) {
        return new CampaignLimits(wanted, ringing, abandonTarget);
    }

    public CampaignLimits withRinging(@Nullable Integer wanted) {
        return new CampaignLimits(lines, wanted, abandonTarget);
    }

    public CampaignLimits withAbandonTarget(@Nullable Double wanted) {
        return new CampaignLimits(lines, ringing, wanted);
    }
}
