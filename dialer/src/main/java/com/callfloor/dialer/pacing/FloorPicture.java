package com.callfloor.dialer.pacing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What pacing looks at.
 *
 * @param free agents who are ready with their leg up and free for any call
 * @param held agents who are kept free for one call each; these calls are not in the picture
 * @param busy agents who talk or wrap up
 * @param waiting answered debtors for whom no agent is free yet
 * @param ringing calls from their reservation until they are answered or end, of all campaigns that share these agents
 * @param room how many calls trunks and their calls per second leave room for; 0 or more
 * @param nextLifts the lift of the call that would be placed next (0), of the one after it (1), and so on
 */
public record FloorPicture(Instant now, int free, int held, List<BusyAgent> busy, int waiting,
        List<RingingCall> ringing,
        int room, IntToDoubleFunction nextLifts) {
    /** Nothing is known of any call. */
    public static final IntToDoubleFunction ALL_ALIKE = nth -> 1;

    /** What an agent is busy with. */
    public enum Activity {
        TALK, WRAP_UP
    }

    /**
     * An agent who will be free later.
     *
     * @param campaign of the call that the agent talks in or wraps up
     * @param leaves the agent takes a break or signs out afterwards
     */
    public record BusyAgent(String campaign, Activity activity, Instant since, boolean leaves) {}

    /**
     * A call without an answer yet.
     *
     * @param lift how much likelier than the campaign's average call this one is answered by a person; 1 where nothing is
     *     known of it
     */
    public record RingingCall(String campaign, Instant dialedAt, double lift) {}

    /** Agents who are at work. */
    public int agents() {
        return free + held + busy.size();
    }

    /** The same floor after this campaign has placed so many more calls. */
    public FloorPicture afterDialing(String campaign, int calls) {
        List<RingingCall> more = new ArrayList<>(ringing);
        for (int i = 0; i < calls; i++) {
            more.add(new RingingCall(campaign, now, nextLifts.applyAsDouble(i)));
        }
        return new FloorPicture(now, free, held, busy, waiting, more, room - calls, nextLifts);
    }

    /** The same floor for another campaign's next calls. */
    public FloorPicture withNextLifts(IntToDoubleFunction lifts) {
        return new FloorPicture(now, free, held, busy, waiting, ringing, room, lifts);
    }
}
