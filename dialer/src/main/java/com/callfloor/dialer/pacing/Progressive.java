package com.callfloor.dialer.pacing;

/** One call for each free agent: nobody who answers waits, unless an agent leaves while it rings. */
public final class Progressive implements Pacing {
    @Override
    public Pace pace(FloorPicture floor, String campaign) {
        return new FixedRatio(1).pace(floor, campaign);
    }
}
