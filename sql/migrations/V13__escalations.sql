-- Steps of a strategy's ladder that people take.
ALTER TABLE tasks DROP CONSTRAINT tasks_kind;

ALTER TABLE tasks ADD CONSTRAINT tasks_kind CHECK (kind IN ('promise_reminder', 'promise_check', 'posting_check', 'call_back',
    'hardship_plan', 'complaint', 'letter', 'visit', 'court'));
