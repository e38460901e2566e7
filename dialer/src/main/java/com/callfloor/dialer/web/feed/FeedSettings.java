package com.callfloor.dialer.web.feed;

import java.time.Duration;

/**
 * The feed's times.
 *
 * @param floorPeriod at most one message of a kind about the floor in this time; a change waits for it, and for the page that draws
 *        it, 250 ms at most in all
 * @param keepAlive how often each connection is pinged and its session checked
 * @param most connections at once
 */
public record FeedSettings(Duration floorPeriod, Duration keepAlive, int most) {
    public static final FeedSettings USUAL = new FeedSettings(Duration.ofMillis(150), Duration.ofSeconds(15), 2000);
}
