package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentRoster;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import org.jdbi.v3.core.Jdbi;

/** The agents in the database: users with that role and a phone. */
public final class SqlAgentRoster implements AgentRoster {
    private static final String AGENTS = """
            SELECT id, login, name, extension FROM users
            WHERE role = 'agent' AND extension IS NOT NULL AND disabled_at IS NULL ORDER BY id""";
    private static final String LAST_STATES = """
            SELECT s.agent_id, s.state, s.since, s.attempt_id, s.reason
            FROM agent_states s
            JOIN (SELECT agent_id, MAX(id) AS id FROM agent_states GROUP BY agent_id) latest ON latest.id = s.id""";

    private final Jdbi jdbi;

    public SqlAgentRoster(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Agent> agents() {
        return jdbi.withHandle(
                handle -> handle.createQuery(AGENTS)
                        .map((row, context) -> new Agent(new AgentId(row.getLong("id")), row.getString("login"),
                                row.getString("name"), new Extension(row.getString("extension"))))
                        .list());
    }

    @Override
    public Map<AgentId, AgentState> lastStates() {
        return jdbi.withHandle(
                handle -> handle.createQuery(LAST_STATES)
                        .map((row, context) -> Map.entry(new AgentId(row.getLong("agent_id")), state(row)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static AgentState state(ResultSet row) throws SQLException {
        Instant since = Rows.instant(row, "since");
        String code = row.getString("state");
        return switch (code) {
            case "signed_out" -> new AgentState.SignedOut(since);
            case "ready" -> new AgentState.Ready(since);
            case "on_call" -> new AgentState.OnCall(since, SqlTypes.attempt(row.getString("attempt_id")));
            case "wrap_up" -> new AgentState.WrapUp(since, SqlTypes.attempt(row.getString("attempt_id")));
            case "break" -> new AgentState.OnBreak(since, row.getString("reason"));
            default -> throw new IllegalStateException("agent_states holds a state that nobody knows: " + code);
        };
    }
}
