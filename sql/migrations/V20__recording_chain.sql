-- Recordings as evidence: a hash chain over what was stored and deleted, and holds that keep a recording from being deleted.

-- One entry for each stored and each deleted recording, in the order in which that was written, and in its transaction. No
-- foreign key: a deleted row must leave a gap that is seen. The numbers have no holes, so that a missing entry is seen too.
CREATE TABLE recording_chain (
    seq         BIGINT       NOT NULL PRIMARY KEY,
    kind        VARCHAR(10)  NOT NULL,
    attempt_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object_key  VARCHAR(200) NOT NULL,
    -- As in recordings; older ones have not all of it.
    format      VARCHAR(8)   NULL,
    -- Of the recording itself, whatever it is encrypted with.
    sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pcm_sha256  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    bytes       BIGINT       NOT NULL,
    frames      BIGINT       NULL,
    -- When it was stored, or deleted.
    at          DATETIME(6)  NOT NULL,
    -- Of a deletion: why, by which rule of retention, and who or what did it.
    why         VARCHAR(500) NULL,
    rule_name   VARCHAR(100) NULL,
    done_by     VARCHAR(100) NULL,
    -- SHA-256 over the hash before and all of the above.
    hash        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    KEY recording_chain_objects (object_key),
    KEY recording_chain_contents (sha256),
    CONSTRAINT recording_chain_once UNIQUE (attempt_id, kind),
    CONSTRAINT recording_chain_kind CHECK (kind IN ('stored', 'deleted')),
    CONSTRAINT recording_chain_tombstone CHECK ((kind = 'deleted') = (why IS NOT NULL)
        AND (kind = 'deleted') = (rule_name IS NOT NULL) AND (kind = 'deleted') = (done_by IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row: the chain's newest entry, locked by whoever appends.
CREATE TABLE recording_chain_head (
    id            TINYINT NOT NULL PRIMARY KEY,
    seq           BIGINT  NOT NULL,
    hash          CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Whether the recordings from before there was a chain are in it. Never taken back: what is inserted later is no older one.
    older_chained BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT recording_chain_head_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO recording_chain_head (id, seq, hash, older_chained)
SELECT 1, 0, REPEAT('0', 64), NOT EXISTS (SELECT 1 FROM recordings WHERE state = 'stored');

-- A deleted recording keeps its row: what it was, and that it was there.
ALTER TABLE recordings DROP CONSTRAINT recordings_state;
ALTER TABLE recordings DROP CONSTRAINT recordings_stored;
ALTER TABLE recordings DROP CONSTRAINT recordings_verified;

ALTER TABLE recordings
    ADD COLUMN deleted_at DATETIME(6) NULL AFTER stored_at,
    -- Whether the object itself is known to be gone: between the two a crash may have come.
    ADD COLUMN object_gone BOOLEAN NOT NULL DEFAULT FALSE AFTER deleted_at,
    ADD KEY recordings_by_age (state, stored_at),
    ADD KEY recordings_unfinished (state, object_gone, stored_at),
    ADD CONSTRAINT recordings_state CHECK (state IN ('expected', 'stored', 'missing', 'deleted')),
    ADD CONSTRAINT recordings_stored CHECK ((state IN ('stored', 'deleted')) = (stored_at IS NOT NULL)
        AND (stored_at IS NULL OR
        (object_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL AND length_ms IS NOT NULL))),
    ADD CONSTRAINT recordings_verified CHECK (NOT verified OR state IN ('stored', 'deleted')),
    ADD CONSTRAINT recordings_deleted CHECK ((state = 'deleted') = (deleted_at IS NOT NULL)
        AND (NOT object_gone OR state = 'deleted'));

-- Of a case, for all of its recordings, or of one recording. Never deleted: who held what, and when, is asked later.
CREATE TABLE recording_holds (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id    BIGINT       NULL,
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason     VARCHAR(500) NOT NULL,
    placed_at  DATETIME(6)  NOT NULL,
    placed_by  VARCHAR(100) NOT NULL,
    lifted_at  DATETIME(6)  NULL,
    lifted_by  VARCHAR(100) NULL,
    lifted_why VARCHAR(500) NULL,
    KEY recording_holds_of_case (case_id),
    KEY recording_holds_of_attempt (attempt_id),
    CONSTRAINT recording_holds_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT recording_holds_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT recording_holds_one CHECK ((case_id IS NULL) <> (attempt_id IS NULL)),
    CONSTRAINT recording_holds_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)
        AND (lifted_at IS NULL) = (lifted_why IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
