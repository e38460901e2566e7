-- Who was in a talk beside its agent and the debtor, from when to when: an agent or a supervisor who was asked in, or a supervisor who
-- came in by themselves. The recording has what they said.
CREATE TABLE call_conferences (
    attempt_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    joined_at    DATETIME(6) NOT NULL,
    agent_id     BIGINT      NOT NULL,
    third_id     BIGINT      NOT NULL,
    barged       BOOLEAN     NOT NULL,
    left_at      DATETIME(6) NULL,
    left_because VARCHAR(20) NULL,
    PRIMARY KEY (attempt_id, joined_at),
    CONSTRAINT call_conferences_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT call_conferences_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT call_conferences_third FOREIGN KEY (third_id) REFERENCES users (id),
    CONSTRAINT call_conferences_left CHECK ((left_at IS NULL) = (left_because IS NULL)),
    CONSTRAINT call_conferences_because CHECK (left_because IN ('let_go', 'left', 'took_over', 'call_ended'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
