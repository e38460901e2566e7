package com.callfloor.dialer.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.Disposition;
import org.jdbi.v3.core.Handle;

/** The agents whom debtors talked to last. */
final class PastAgentsReader {
    private static final String LAST_CONVERSATIONS = """
            SELECT latest.debtor_id, latest.agent_id,
                   latest.disposition = :callBack AND (t.id IS NULL OR t.agent_id IS NOT NULL) AS agreed
            FROM (SELECT a.id, a.case_id, a.debtor_id, a.agent_id, a.disposition,
                         ROW_NUMBER() OVER (PARTITION BY a.debtor_id ORDER BY a.reserved_at DESC, a.id DESC) AS place
                  FROM attempts a WHERE a.debtor_id IN (<debtors>) AND a.connected_at IS NOT NULL) latest
            LEFT JOIN tasks t ON t.case_id = latest.case_id AND t.attempt_id = latest.id AND t.kind = :callBack
            WHERE latest.place = 1""";

    private PastAgentsReader() {}

    /** By debtor; one whom nobody has talked to is left out. The next conversation fulfils a call-back, or overtakes it. */
    static Map<Long, PastAgents> of(Handle handle, Collection<Long> debtors) {
        return handle.createQuery(LAST_CONVERSATIONS)
                .bindList("debtors", debtors)
                .bind("callBack", Disposition.CALL_BACK.code())
                .map((row, context) -> {
                    var agent = Optional.of(new AgentId(row.getLong("agent_id")));
                    boolean callBack = row.getBoolean("agreed");
                    return Map.entry(row.getLong("debtor_id"),
                            new PastAgents(agent, callBack ? agent : Optional.empty()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
