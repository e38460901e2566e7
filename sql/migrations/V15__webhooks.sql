-- What other systems are told, and the answers to writes that are given again.

-- Written in the transaction of the fact that it tells of; one row for each receiver.
CREATE TABLE webhook_deliveries (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- The same for all receivers of one event, and at every try.
    message_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receiver     VARCHAR(50) NOT NULL,
    kind         VARCHAR(30) NOT NULL,
    -- As it is sent and signed, to the byte.
    body         MEDIUMTEXT  NOT NULL,
    state        VARCHAR(10) NOT NULL DEFAULT 'pending',
    -- Somebody asked for this try: it is made even where the receiver is gone.
    asked        BOOLEAN     NOT NULL DEFAULT FALSE,
    created_at   DATETIME(6) NOT NULL,
    -- When it is tried next; whoever tries it moves this ahead first, so that it is tried again if that node dies.
    next_at      DATETIME(6) NULL,
    tries        INT         NOT NULL DEFAULT 0,
    last_try_at  DATETIME(6) NULL,
    -- The receiver's HTTP status; null: no answer.
    last_status  SMALLINT    NULL,
    last_problem VARCHAR(500) NULL,
    ended_at     DATETIME(6) NULL,
    KEY webhook_deliveries_due (receiver, state, next_at),
    KEY webhook_deliveries_by_state (state, id),
    KEY webhook_deliveries_ended (state, ended_at),
    CONSTRAINT webhook_deliveries_once UNIQUE (message_id, receiver),
    CONSTRAINT webhook_deliveries_state CHECK (state IN ('pending', 'delivered', 'dead')),
    CONSTRAINT webhook_deliveries_next CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CONSTRAINT webhook_deliveries_over CHECK ((state = 'pending') = (ended_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Receivers that answered 410: nothing more is written for them. One with another url is not gone.
CREATE TABLE webhook_gone (
    receiver VARCHAR(50)   NOT NULL PRIMARY KEY,
    url      VARCHAR(2000) NOT NULL,
    since    DATETIME(6)   NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- No foreign key to users: keys are taken with INSERT IGNORE, which would keep its violation quiet.
CREATE TABLE idempotency_keys (
    user_id         BIGINT       NOT NULL,
    idempotency_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- SHA-256 of method, address and body.
    request         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    began_at        DATETIME(6)  NOT NULL,
    -- The answer; null while the request is under way. The body is null where the answer has none.
    status          SMALLINT     NULL,
    media_type      VARCHAR(100) NULL,
    body            MEDIUMTEXT   NULL,
    PRIMARY KEY (user_id, idempotency_key),
    KEY idempotency_keys_by_age (began_at),
    CONSTRAINT idempotency_keys_answer CHECK (status IS NOT NULL OR body IS NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
