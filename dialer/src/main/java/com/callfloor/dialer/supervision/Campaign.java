package com.callfloor.dialer.supervision;

/**
 * What is being dialed, and how.
 *
 * @param id stable and safe in a path, such as {@code main}
 * @param resumesTo the mode itself, or, while it is paused, the one that it had before
 * @param asksSatisfaction whether debtors are asked by key how satisfied they are, once the agent has left the conversation
 */
public record Campaign(String id, String name, CampaignMode mode, CampaignMode resumesTo, boolean asksSatisfaction,
        CampaignLimits limits) {
    /** One that asks nobody and has no limits of its own. */
    public Campaign(String id, String name, CampaignMode mode, CampaignMode resumesTo) {
        this(id, name, mode, resumesTo, false, CampaignLimits.NONE);
    }

    /** A campaign that begins in {@code mode}; one that begins paused goes on with one call for each free agent. */
    public static Campaign in(String id, String name, CampaignMode mode) {
        return new Campaign(id, name, mode, mode == CampaignMode.PAUSED ? CampaignMode.PROGRESSIVE : mode);
    }

    public Campaign with(CampaignMode wanted) {
        return new Campaign(id, name, wanted, wanted == CampaignMode.PAUSED ? resumesTo : wanted, asksSatisfaction,
                limits);
    }

    public Campaign within(CampaignLimits wanted) {
        return new Campaign(id, name, mode, resumesTo, asksSatisfaction, wanted);
    }

    public Campaign asking(boolean satisfaction) {
        return new Campaign(id, name, mode, resumesTo, satisfaction, limits);
    }
}
