package com.callfloor.dialer.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Campaigns that share agents: asked by priority, each seeing what those before it place. */
public final class Turns {
    private Turns() {}

    /**
     * A campaign's turn.
     *
     * @param nextLifts of the calls that this campaign would place next, see {@link FloorPicture}
     */
    public record Turn(String campaign, Pacing pacing, IntToDoubleFunction nextLifts) {}

    /**
     * What each campaign should place now, in their order.
     *
     * @param floor as it is before any of them places a call
     * @param byPriority the first may use all agents
     */
    public static List<Pace> pace(FloorPicture floor, List<Turn> byPriority) {
        List<Pace> paces = new ArrayList<>();
        FloorPicture seen = floor;
        for (Turn turn : byPriority) {
            FloorPicture its = seen.withNextLifts(turn.nextLifts());
            Pace pace = turn.pacing().pace(its, turn.campaign());
            paces.add(pace);
            seen = its.afterDialing(turn.campaign(), pace.lines());
        }
        return paces;
    }
}
