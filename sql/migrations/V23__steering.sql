-- By which strategies, takes of campaigns and day the open cases were last put into their campaigns; '': strategies choose none.
CREATE TABLE case_placing (
    id        TINYINT     NOT NULL PRIMARY KEY,
    placed_by VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO case_placing (id, placed_by) VALUES (1, '');

-- Where the debtor is asked afterwards by key: when the agent was out of the call, and the answer, 1 to 5.
ALTER TABLE attempts
    ADD COLUMN talk_ended_at DATETIME(6) NULL AFTER connected_at,
    ADD COLUMN satisfaction  TINYINT     NULL AFTER disposition;

-- As how many short messages an SMS went out; null where it is no SMS, or was sent before this was counted.
ALTER TABLE messages ADD COLUMN segments INT NULL AFTER body, ADD KEY messages_sent (sent_at);

-- What an agent may not agree on alone.
ALTER TABLE tasks DROP CONSTRAINT tasks_kind;

ALTER TABLE tasks ADD CONSTRAINT tasks_kind CHECK (kind IN ('promise_reminder', 'promise_check', 'posting_check', 'call_back',
    'hardship_plan', 'approval', 'complaint', 'letter', 'visit', 'court'));
