-- A call that was transferred is wrapped up by two agents, each with a draft of their own.
ALTER TABLE wrap_up_drafts DROP PRIMARY KEY, ADD PRIMARY KEY (attempt_id, agent_id);
