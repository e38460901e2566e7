package com.callfloor.dialer.web.feed;

/** The messages of which only the latest matters, in the order in which they are sent. */
enum FeedKind {
    AGENT, AGENTS, CALLS,
    /** Comes with every change of the others, and after them: a page draws once it has it. */
    FLOOR,
    /** That somebody changed a campaign or a trunk. */
    SETTINGS, ALERTS
}
