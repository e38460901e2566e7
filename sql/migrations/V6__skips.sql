-- Cases that an agent looked at before they were called, and left for another time.
CREATE TABLE skips (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id    BIGINT      NOT NULL,
    agent_id   BIGINT      NOT NULL,
    reason     VARCHAR(20) NOT NULL,
    at         DATETIME(6) NOT NULL,
    -- Which fact of which journal this row is, so that a batch written again after a lost answer adds nothing.
    journal_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fact       BIGINT      NOT NULL,
    KEY skips_case (case_id, at),
    CONSTRAINT skips_once UNIQUE (journal_id, fact),
    CONSTRAINT skips_case_known FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT skips_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT skips_reason CHECK (reason IN ('wrong_data', 'promised', 'bad_time', 'other'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
