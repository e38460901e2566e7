package com.callfloor.dialer.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

import com.callfloor.dialer.words.Words;

/** Campaigns that share agents: asked by priority, each seeing what those before it place. */
public final class Turns {
    private Turns() {}

    /**
     * A campaign's turn.
     *
     * @param nextLifts of the calls that this campaign would place next, see {@link FloorPicture}
     * @param room of the campaign itself, whatever the trunks could take
     */
    public record Turn(String campaign, Pacing pacing, IntToDoubleFunction nextLifts, Room room) {
        /** A campaign without limits of its own. */
        public Turn(String campaign, Pacing pacing, IntToDoubleFunction nextLifts) {
            this(campaign, pacing, nextLifts, Room.ANY);
        }
    }

    /**
     * How many more calls a campaign may place by its own limits.
     *
     * @param because what bounds it, for people
     */
    public record Room(int calls, Supplier<Words> because) {
        public static final Room ANY = new Room(Integer.MAX_VALUE, () -> Words.NOTHING);
    }

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
            Pace pace = turn.pacing()
                    .pace(its, turn.campaign())
                    .atMost(turn.room().calls(), turn.room().because());
            paces.add(pace);
            seen = its.afterDialing(turn.campaign(), pace.lines());
        }
        return paces;
    }
}
