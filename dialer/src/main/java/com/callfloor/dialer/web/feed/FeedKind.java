package com.callfloor.dialer.web.feed;

/** The messages of which only the latest matters. */
enum FeedKind {
    AGENT, FLOOR, AGENTS, CALLS,
    /** That somebody changed a campaign or a trunk. */
    SETTINGS, ALERTS
}
