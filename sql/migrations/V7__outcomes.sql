-- What follows from dispositions: promises to pay, tasks, cases that wait, half-finished wrap-ups.

ALTER TABLE attempts
    -- The floor's own disposition that was chosen; disposition has the built-in one that it behaves as.
    ADD COLUMN own_disposition     VARCHAR(30) NULL AFTER disposition,
    -- What the agent was told besides: dates, amounts, channel.
    ADD COLUMN disposition_details TEXT        NULL AFTER disposition_note;

ALTER TABLE cases
    -- Nothing makes the case due before this but what was agreed with the debtor: the latest callsWaitUntil of its open
    -- promises and tasks, kept here so that whatever plans a call finds it in the row that it writes.
    ADD COLUMN held_until     DATETIME(6) NULL,
    -- A call-back is kept for the agent who agreed to it, until then.
    ADD COLUMN reserved_for   BIGINT      NULL,
    ADD COLUMN reserved_until DATETIME(6) NULL;

ALTER TABLE cases
    ADD CONSTRAINT cases_reserved_for FOREIGN KEY (reserved_for) REFERENCES users (id),
    ADD CONSTRAINT cases_reserved CHECK ((reserved_for IS NULL) = (reserved_until IS NULL));

CREATE TABLE promises (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id          BIGINT       NOT NULL,
    attempt_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agent_id         BIGINT       NOT NULL,
    made_at          DATETIME(6)  NOT NULL,
    -- The day of that on the floor's calendar: payments of earlier days are not for it.
    made_on          DATE         NOT NULL,
    channel          VARCHAR(100) NULL,
    currency         CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state            VARCHAR(12)  NOT NULL DEFAULT 'open',
    calls_wait_until DATETIME(6)  NOT NULL,
    -- When time alone may change how it stands; null: never again.
    check_at         DATETIME(6)  NULL,
    KEY promises_of_case (case_id, id),
    KEY promises_to_check (check_at),
    -- One call makes one promise, however often its fact is written.
    CONSTRAINT promises_once UNIQUE (attempt_id),
    CONSTRAINT promises_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT promises_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT promises_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT promises_state CHECK (state IN ('open', 'kept', 'partly_kept', 'broken', 'cancelled')),
    CONSTRAINT promises_currency CHECK (currency REGEXP '^[A-Z]{3}$')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE instalments (
    promise_id   BIGINT NOT NULL,
    position     INT    NOT NULL,
    due_date     DATE   NOT NULL,
    amount_minor BIGINT NOT NULL,
    PRIMARY KEY (promise_id, position),
    CONSTRAINT instalments_promise FOREIGN KEY (promise_id) REFERENCES promises (id),
    CONSTRAINT instalments_amount CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every state that a promise had, the first included. Append-only.
CREATE TABLE promise_changes (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    promise_id BIGINT      NOT NULL,
    at         DATETIME(6) NOT NULL,
    state      VARCHAR(12) NOT NULL,
    -- What was promised, or what was paid of it.
    text       TEXT        NOT NULL,
    KEY promise_changes_of (promise_id, id),
    CONSTRAINT promise_changes_promise FOREIGN KEY (promise_id) REFERENCES promises (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE tasks (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id          BIGINT       NOT NULL,
    kind             VARCHAR(20)  NOT NULL,
    state            VARCHAR(10)  NOT NULL DEFAULT 'open',
    due_at           DATETIME(6)  NOT NULL,
    -- Whose it is, where it is one agent's.
    agent_id         BIGINT       NULL,
    attempt_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    promise_id       BIGINT       NULL,
    channel          VARCHAR(10)  NULL,
    text             TEXT         NULL,
    -- The case's calls wait until then while the task is open; null: they do not.
    calls_wait_until DATETIME(6)  NULL,
    created_at       DATETIME(6)  NOT NULL,
    closed_at        DATETIME(6)  NULL,
    -- Sign-in of who did it; null where the floor itself saw that it is over.
    closed_by        VARCHAR(100) NULL,
    closing_note     TEXT         NULL,
    KEY tasks_due (state, due_at, id),
    KEY tasks_of_case (case_id, state),
    KEY tasks_of_promise (promise_id),
    KEY tasks_by_time (due_at, id),
    CONSTRAINT tasks_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT tasks_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT tasks_promise FOREIGN KEY (promise_id) REFERENCES promises (id),
    CONSTRAINT tasks_kind CHECK (kind IN ('promise_reminder', 'promise_check', 'posting_check', 'call_back',
        'hardship_plan', 'complaint')),
    CONSTRAINT tasks_state CHECK (state IN ('open', 'done', 'cancelled')),
    CONSTRAINT tasks_channel CHECK (channel IN ('message', 'call')),
    CONSTRAINT tasks_closed CHECK ((state = 'open') = (closed_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What an agent has of a wrap-up before its disposition is given; dropped with it.
CREATE TABLE wrap_up_drafts (
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    agent_id   BIGINT      NOT NULL,
    -- As the console wrote it, JSON.
    draft      MEDIUMTEXT  NOT NULL,
    saved_at   DATETIME(6) NOT NULL,
    CONSTRAINT wrap_up_drafts_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT wrap_up_drafts_agent FOREIGN KEY (agent_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
