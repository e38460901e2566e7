-- Who may hear which recordings, who heard them, what left the house, and what was kept out of them.

CREATE TABLE teams (
    id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    CONSTRAINT teams_name UNIQUE (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE users
    ADD COLUMN team_id BIGINT NULL,
    ADD CONSTRAINT users_team FOREIGN KEY (team_id) REFERENCES teams (id);

-- Whoever has rows with a lender hears only calls about this lender's cases; with a team, only calls of its agents.
CREATE TABLE listening_rights (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id BIGINT       NOT NULL,
    lender  VARCHAR(500) NULL,
    team_id BIGINT       NULL,
    CONSTRAINT listening_rights_lender UNIQUE (user_id, lender),
    CONSTRAINT listening_rights_team UNIQUE (user_id, team_id),
    CONSTRAINT listening_rights_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT listening_rights_of_team FOREIGN KEY (team_id) REFERENCES teams (id),
    CONSTRAINT listening_rights_one CHECK ((lender IS NULL) <> (team_id IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What agents kept out of the recording of a call, while a payment card was read out.
CREATE TABLE recording_pauses (
    attempt_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paused_at     DATETIME(6) NOT NULL,
    agent_id      BIGINT      NOT NULL,
    resumed_at    DATETIME(6) NULL,
    ended_because VARCHAR(20) NULL,
    PRIMARY KEY (attempt_id, paused_at),
    CONSTRAINT recording_pauses_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT recording_pauses_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT recording_pauses_ended CHECK ((resumed_at IS NULL) = (ended_because IS NULL)),
    CONSTRAINT recording_pauses_because CHECK (ended_because IN ('agent', 'longest', 'call_ended', 'reconnected'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was handed out as evidence. Append-only. The manifest is the text that is in the ZIP, byte for byte.
CREATE TABLE recording_exports (
    id              CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    at              DATETIME(6)  NOT NULL,
    user_id         BIGINT       NOT NULL,
    login           VARCHAR(100) NOT NULL,
    role            VARCHAR(20)  NOT NULL,
    reason          TEXT         NOT NULL,
    recordings      INT          NOT NULL,
    manifest        MEDIUMTEXT   NOT NULL,
    manifest_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT recording_exports_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who heard, took or was refused which recording. Append-only, and written before the first byte goes out.
CREATE TABLE recording_accesses (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    user_id    BIGINT       NOT NULL,
    -- As they were then.
    login      VARCHAR(100) NOT NULL,
    role       VARCHAR(20)  NOT NULL,
    kind       VARCHAR(10)  NOT NULL,
    reason     TEXT         NULL,
    address    VARCHAR(100) NOT NULL,
    export_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    from_byte  BIGINT       NULL,
    to_byte    BIGINT       NULL,
    -- Why nothing was heard; null: it was.
    refused    TEXT         NULL,
    KEY recording_accesses_of (attempt_id, id),
    CONSTRAINT recording_accesses_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT recording_accesses_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT recording_accesses_export FOREIGN KEY (export_id) REFERENCES recording_exports (id),
    CONSTRAINT recording_accesses_kind CHECK (kind IN ('play', 'download', 'export')),
    CONSTRAINT recording_accesses_reason CHECK (kind = 'play' OR reason IS NOT NULL OR refused IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far the listener of a play got meanwhile, by the last byte asked for; the one thing here that changes.
CREATE TABLE recording_progress (
    access_id BIGINT      NOT NULL PRIMARY KEY,
    to_byte   BIGINT      NOT NULL,
    at        DATETIME(6) NOT NULL,
    CONSTRAINT recording_progress_access FOREIGN KEY (access_id) REFERENCES recording_accesses (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
