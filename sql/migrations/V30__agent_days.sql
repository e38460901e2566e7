-- An agent's own day is read by time, not through all of the agent's past.
CREATE INDEX attempts_by_talk ON attempts (agent_id, connected_at);
CREATE INDEX agent_states_by_time ON agent_states (agent_id, since, id);
CREATE INDEX promises_of_agent ON promises (agent_id, made_at);
