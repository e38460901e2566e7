package com.callfloor.dialer.pacing;

/** One call for each free agent: nobody who answers waits, unless an agent leaves while it rings. */
public final class Progressive implements Pacing {
    @Override
    public Pace pace(FloorLoad load) {
        int lines = Math.max(0, load.available() - load.underway());
        String why = load.available() + " agents free, "
                + (load.held() == 0 ? "" : load.held() + " held for one call each, ")
                + load.underway() + " calls under way: "
                + (lines == 0 ? "no further call" : "dial " + lines + " more");
        return new Pace(lines, why);
    }
}
