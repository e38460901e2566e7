package com.callfloor.dialer.agents;

import java.util.Optional;

/**
 * Whom a debtor knows on this floor.
 *
 * @param last who talked to the debtor last
 * @param callBack who agreed with the debtor to call back, and has not done so yet
 */
public record PastAgents(Optional<AgentId> last, Optional<AgentId> callBack) {
    public static final PastAgents NONE = new PastAgents(Optional.empty(), Optional.empty());
}
