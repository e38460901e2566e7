-- Who answered, where the PBX listened for it.
ALTER TABLE attempts ADD COLUMN answered_by VARCHAR(7) NULL AFTER answered_at;

ALTER TABLE attempts ADD CONSTRAINT attempts_answered_by CHECK (answered_by IN ('human', 'machine', 'unsure'));

ALTER TABLE attempts DROP CONSTRAINT attempts_outcome;

ALTER TABLE attempts ADD CONSTRAINT attempts_outcome CHECK (outcome IN ('connected', 'abandoned', 'machine', 'no_answer',
    'busy', 'rejected', 'invalid', 'congestion', 'failed', 'unknown'));
