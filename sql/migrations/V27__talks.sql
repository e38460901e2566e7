-- What became of talks between their beginning and their end.

-- When debtors heard music instead of their agent.
CREATE TABLE call_holds (
    attempt_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    held_at       DATETIME(6) NOT NULL,
    agent_id      BIGINT      NOT NULL,
    ended_at      DATETIME(6) NULL,
    ended_because VARCHAR(20) NULL,
    PRIMARY KEY (attempt_id, held_at),
    CONSTRAINT call_holds_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT call_holds_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT call_holds_ended CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT call_holds_because CHECK (ended_because IN ('resumed', 'longest', 'transferred', 'call_ended'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who gave a debtor to whom. Of one that came to nothing the talk stayed where it was, and because says why. What the first
-- agent said of their part stands here: the disposition of the attempt is the last agent's.
CREATE TABLE call_transfers (
    attempt_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_at         DATETIME(6)  NOT NULL,
    kind             VARCHAR(20)  NOT NULL,
    from_agent       BIGINT       NOT NULL,
    to_agent         BIGINT       NOT NULL,
    ended_at         DATETIME(6)  NOT NULL,
    taken            BOOLEAN      NOT NULL,
    because          VARCHAR(500) NULL,
    from_disposition VARCHAR(40)  NULL,
    from_note        TEXT         NULL,
    PRIMARY KEY (attempt_id, asked_at),
    CONSTRAINT call_transfers_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT call_transfers_from FOREIGN KEY (from_agent) REFERENCES users (id),
    CONSTRAINT call_transfers_to FOREIGN KEY (to_agent) REFERENCES users (id),
    CONSTRAINT call_transfers_kind CHECK (kind IN ('blind', 'warm')),
    CONSTRAINT call_transfers_ended CHECK (taken = (because IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
