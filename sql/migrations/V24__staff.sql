-- Whoever leaves the floor stays in its books: calls, promises and reviews are theirs.
ALTER TABLE users ADD COLUMN disabled_at DATETIME(6) NULL;

ALTER TABLE api_tokens
    ADD COLUMN read_only  BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN expires_at DATETIME(6) NULL,
    ADD KEY api_tokens_of (user_id);

ALTER TABLE sessions ADD KEY sessions_of (user_id);

-- What people and programs read and changed. Rows are only ever added; a change's row is there before the change begins, and
-- its status is set once, when it has ended. No foreign key: nothing may keep a row from being written.
CREATE TABLE audit_log (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at        DATETIME(6)  NOT NULL,
    user_id   BIGINT       NULL,
    operation VARCHAR(50)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path      VARCHAR(300) NOT NULL,
    address   VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status    SMALLINT     NULL,
    KEY audit_log_of (user_id, id),
    KEY audit_log_operation (operation, id),
    KEY audit_log_at (at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
