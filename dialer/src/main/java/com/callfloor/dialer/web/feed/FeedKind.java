package com.callfloor.dialer.web.feed;

/** The messages of which only the latest matters. */
enum FeedKind {
    AGENT, FLOOR, AGENTS, CALLS, ALERTS
}
