package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.trunks.CallerIdHistory.ShownCall;

/**
 * What the books hold when a floor starts; read before its link to the PBX is opened.
 *
 * @param campaigns by priority
 * @param simulated whether the clock is a demo's
 * @param today the totals since the floor's midnight
 * @param shownCalls the latest calls that showed our numbers, the oldest first
 */
public record FloorStart(List<Campaign> campaigns, boolean simulated, List<Agent> agents,
        Map<AgentId, AgentState> lastStates, List<OpenAttempt> openAttempts, CallLog.Totals today,
        List<ShownCall> shownCalls) {
    public FloorStart {
        campaigns = List.copyOf(campaigns);
        agents = List.copyOf(agents);
        lastStates = Map.copyOf(lastStates);
        openAttempts = List.copyOf(openAttempts);
        shownCalls = List.copyOf(shownCalls);
    }
}
