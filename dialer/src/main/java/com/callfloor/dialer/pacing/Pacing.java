package com.callfloor.dialer.pacing;

/**
 * A way to choose how many calls to place. Used by one thread at a time; asked on every change on the floor and at least
 * every half second, so it must be quick and must not block.
 */
public interface Pacing {
    /** How many more calls this campaign should place now. */
    Pace pace(FloorPicture floor, String campaign);

    /** Told in the order of time. */
    default void hear(PacingEvent event) {}
}
