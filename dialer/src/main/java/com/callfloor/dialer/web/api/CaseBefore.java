package com.callfloor.dialer.web.api;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.http.Problems;

/** Agents do not leaf through cases: they read about the one that the floor put before them. */
final class CaseBefore {
    private CaseBefore() {}

    /** Ends the request as if there were no such case, unless the caller may read about it. */
    static void check(Exchange exchange, FloorWatch watch) {
        CaseId id = exchange.caseId();
        if (exchange.caller().user().role() == Role.AGENT
                && !isBefore(exchange.caller().agent(), id, watch.current())) {
            throw Problems.notFound("case with this id before you now", "当前在您面前的此编号案件");
        }
    }

    private static boolean isBefore(AgentId agent, CaseId id, FloorSnapshot floor) {
        ScreenPop pop = floor.pops().get(agent);
        Preview preview = floor.previews().get(agent);
        return (pop != null && pop.card().id().equals(id)) || (preview != null && preview.card().id().equals(id));
    }
}
