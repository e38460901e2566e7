package com.callfloor.dialer.pacing;

/** A way to choose how many calls to place. Asked on every change on the floor; must be quick and must not block. */
public interface Pacing {
    Pace pace(FloorLoad load);
}
