package com.callfloor.dialer.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;

/**
 * The whole floor at one instant.
 *
 * @param clock the floor's clock
 * @param simulated whether that clock is a demo's and not the real one
 * @param campaigns by priority, at least one
 * @param agents every agent that staff records know, signed out or not
 * @param calls those that are not closed
 * @param pops what each agent who is in a call or wrapping one up sees
 * @param previews what each agent looks at whose call is not answered yet
 * @param occupancy 0 to 1: the share of their ready and talking time that agents spent in calls and wrap-up today
 * @param why one sentence: why this many calls now, or why nothing is dialing; in English
 * @param whyChinese the same in Chinese
 */
public record FloorSnapshot(Instant clock, boolean simulated, List<Campaign> campaigns, Links links,
        List<AgentView> agents,
        List<LiveCall> calls, Map<AgentId, ScreenPop> pops, Map<AgentId, Preview> previews,
        Today today, double occupancy, String why, String whyChinese) {
    public FloorSnapshot {
        campaigns = List.copyOf(campaigns);
        agents = List.copyOf(agents);
        calls = List.copyOf(calls);
        pops = Map.copyOf(pops);
        previews = Map.copyOf(previews);
    }

    /** One whose sentence has one language only. */
    public FloorSnapshot(Instant clock, boolean simulated, List<Campaign> campaigns, Links links,
            List<AgentView> agents,
            List<LiveCall> calls, Map<AgentId, ScreenPop> pops, Map<AgentId, Preview> previews, Today today,
            double occupancy, String why) {
        this(clock, simulated, campaigns, links, agents, calls, pops, previews, today, occupancy, why, why);
    }

    /** What the floor hangs on. */
    public record Links(boolean pbxUp, boolean databaseUp) {}

    /**
     * Counts since the floor's midnight.
     *
     * @param deniedByRule how often each rule, by id, spoke against a call
     */
    public record Today(long attempts, long answered, long connected, long abandoned, Map<String, Long> deniedByRule) {
        public Today {
            deniedByRule = Map.copyOf(deniedByRule);
        }

        /** Abandoned over answered, 0 to 1; 0 before the first answer. */
        public double abandonmentRate() {
            return answered == 0 ? 0 : (double) abandoned / answered;
        }
    }
}
