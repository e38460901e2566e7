-- By which strategies, takes of campaigns and day the open cases were last put into their campaigns; '': strategies choose none.
CREATE TABLE case_placing (
    id        TINYINT     NOT NULL PRIMARY KEY,
    placed_by VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO case_placing (id, placed_by) VALUES (1, '');

-- What an agent may not agree on alone.
ALTER TABLE tasks DROP CONSTRAINT tasks_kind;

ALTER TABLE tasks ADD CONSTRAINT tasks_kind CHECK (kind IN ('promise_reminder', 'promise_check', 'posting_check', 'call_back',
    'hardship_plan', 'approval', 'complaint', 'letter', 'visit', 'court'));
