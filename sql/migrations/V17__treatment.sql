-- Under what a call was made: what it is counted by must not move with the case, nor change with the files.
ALTER TABLE attempts
    ADD COLUMN campaign_id      BIGINT       NULL AFTER number_id,
    -- Null: the call is older than these columns, or the floor had no strategies then.
    ADD COLUMN strategy         VARCHAR(100) NULL,
    ADD COLUMN strategy_version VARCHAR(100) NULL,
    ADD COLUMN stage            VARCHAR(20)  NULL,
    ADD COLUMN segment          VARCHAR(60)  NULL,
    -- As shown to the agent in the case's language; null: there was none.
    ADD COLUMN script           VARCHAR(100) NULL,
    ADD COLUMN script_version   VARCHAR(100) NULL,
    ADD COLUMN script_language  VARCHAR(20)  NULL,
    ADD COLUMN experiment       VARCHAR(50)  NULL,
    ADD COLUMN arm              VARCHAR(50)  NULL;

-- Nobody noted it; where the case is now is the best that is known.
UPDATE attempts a JOIN cases c ON c.id = a.case_id SET a.campaign_id = c.campaign_id;

ALTER TABLE attempts
    MODIFY COLUMN campaign_id BIGINT NOT NULL,
    ADD KEY attempts_of_campaign (campaign_id, reserved_at),
    ADD KEY attempts_of_experiment (experiment, debtor_id),
    ADD CONSTRAINT attempts_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id);

-- Reports ask for the money of some days.
ALTER TABLE payments ADD KEY payments_by_day (value_date);
