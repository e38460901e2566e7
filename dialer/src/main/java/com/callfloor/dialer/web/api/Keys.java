package com.callfloor.dialer.web.api;

import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;

/** Reads the numeric keys of lists. */
final class Keys {
    private Keys() {}

    static Optional<AgentId> agent(String key) {
        return number(key).map(AgentId::new);
    }

    static Optional<CaseId> caseId(String key) {
        return number(key).map(CaseId::new);
    }

    static Optional<Long> number(String key) {
        return key.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(key)) : Optional.empty();
    }
}
