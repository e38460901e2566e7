-- Whom outside the floor debtors were put through to: by their name in config/floor.yaml, through which trunk, and under which of our
-- numbers. Of one that came to nothing because says why; a taken one ends with its call, and the recording has what was said.
CREATE TABLE call_outside_transfers (
    attempt_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rung_at     DATETIME(6)  NOT NULL,
    destination VARCHAR(40)  NOT NULL,
    agent_id    BIGINT       NOT NULL,
    trunk       VARCHAR(64)  NOT NULL,
    caller_id   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    taken_at    DATETIME(6)  NULL,
    ended_at    DATETIME(6)  NULL,
    because     VARCHAR(500) NULL,
    PRIMARY KEY (attempt_id, rung_at),
    CONSTRAINT call_outside_transfers_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT call_outside_transfers_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT call_outside_transfers_because CHECK (because IS NULL OR taken_at IS NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
