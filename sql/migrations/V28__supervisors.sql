-- A supervisor who took the debtor over from the agent; from then on the agent is out of the conversation.
CREATE TABLE take_overs (
    attempt_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    at            DATETIME(6) NOT NULL,
    agent_id      BIGINT      NOT NULL,
    supervisor_id BIGINT      NOT NULL,
    CONSTRAINT take_overs_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT take_overs_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT take_overs_supervisor FOREIGN KEY (supervisor_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a supervisor tells agents in a few words, and who has read it when.
CREATE TABLE notices (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at        DATETIME(6)  NOT NULL,
    from_user BIGINT       NOT NULL,
    team_id   BIGINT       NULL,
    words     VARCHAR(300) NOT NULL,
    CONSTRAINT notices_from FOREIGN KEY (from_user) REFERENCES users (id),
    CONSTRAINT notices_team FOREIGN KEY (team_id) REFERENCES teams (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE notice_readers (
    notice_id BIGINT      NOT NULL,
    user_id   BIGINT      NOT NULL,
    read_at   DATETIME(6) NULL,
    PRIMARY KEY (notice_id, user_id),
    KEY notice_readers_unread (user_id, read_at),
    CONSTRAINT notice_readers_notice FOREIGN KEY (notice_id) REFERENCES notices (id),
    CONSTRAINT notice_readers_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What the wall warned of. subject is what it is about: a campaign's, trunk's or agent's id, or nothing.
CREATE TABLE alerts (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject         VARCHAR(100) NOT NULL,
    name            VARCHAR(200) NOT NULL,
    figures         TEXT        NOT NULL,
    raised_at       DATETIME(6) NOT NULL,
    cleared_at      DATETIME(6) NULL,
    acknowledged_at DATETIME(6) NULL,
    acknowledged_by BIGINT      NULL,
    KEY alerts_standing (cleared_at),
    CONSTRAINT alerts_user FOREIGN KEY (acknowledged_by) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
