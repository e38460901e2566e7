-- Messages to debtors (SMS, e-mail): what is planned, what the rules said of it, and what became of it.

-- Addresses of a debtor's own, each noted with how it is known.
CREATE TABLE debtor_emails (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    debtor_id BIGINT       NOT NULL,
    address   VARCHAR(254) NOT NULL,
    kind      VARCHAR(10)  NOT NULL,
    evidence  TEXT         NOT NULL,
    noted_by  VARCHAR(200) NOT NULL,
    noted_at  DATETIME(6)  NOT NULL,
    KEY debtor_emails_address (address),
    CONSTRAINT debtor_emails_once UNIQUE (debtor_id, address),
    CONSTRAINT debtor_emails_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT debtor_emails_kind CHECK (kind IN ('personal', 'work'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE messages (
    id               CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    case_id          BIGINT       NOT NULL,
    -- The case's debtor at that time, as with attempts.
    debtor_id        BIGINT       NOT NULL,
    channel          VARCHAR(10)  NOT NULL,
    purpose          VARCHAR(20)  NOT NULL,
    template         VARCHAR(100) NOT NULL,
    -- Null: the case's own when it is sent.
    language         VARCHAR(10)  NULL,
    state            VARCHAR(10)  NOT NULL DEFAULT 'planned',
    -- Why it is in this state, for people.
    reason           TEXT         NULL,
    planned_at       DATETIME(6)  NOT NULL,
    planned_by       VARCHAR(100) NULL,
    -- Not looked at before this; null once there is nothing more to do.
    next_at          DATETIME(6)  NULL,
    -- Not sent at this or later: it would mean nothing any more.
    expires_at       DATETIME(6)  NOT NULL,
    task_id          BIGINT       NULL,
    promise_id       BIGINT       NULL,
    instalment_on    DATE         NULL,
    step_on          DATE         NULL,
    -- Where it went and what it said, as it was sent.
    number_id        BIGINT       NULL,
    email_id         BIGINT       NULL,
    template_version VARCHAR(100) NULL,
    subject          TEXT         NULL,
    body             TEXT         NULL,
    gateway          VARCHAR(50)  NULL,
    provider_id      VARCHAR(200) NULL,
    tries            INT          NOT NULL DEFAULT 0,
    -- A try ended without an answer: it may be on its way.
    in_doubt         BOOLEAN      NOT NULL DEFAULT FALSE,
    sending_at       DATETIME(6)  NULL,
    -- From when on it counts for rules; null while it is sure that nobody got it.
    counted_at       DATETIME(6)  NULL,
    sent_at          DATETIME(6)  NULL,
    settled_at       DATETIME(6)  NULL,
    -- What the rules said last; every word of it stays in decisions.
    decision_id      BIGINT       NULL,
    KEY messages_due (state, next_at, id),
    KEY messages_of_case (case_id, planned_at, id),
    KEY messages_counted_case (case_id, counted_at),
    KEY messages_counted_debtor (debtor_id, counted_at),
    KEY messages_counted_number (number_id, counted_at),
    KEY messages_of_provider (provider_id, gateway),
    -- A reminder, and a step of the ladder, is one message however often it becomes due.
    CONSTRAINT messages_of_task UNIQUE (task_id),
    CONSTRAINT messages_of_step UNIQUE (case_id, purpose, step_on),
    CONSTRAINT messages_1_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT messages_2_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT messages_3_number FOREIGN KEY (number_id) REFERENCES phone_numbers (id),
    CONSTRAINT messages_4_email FOREIGN KEY (email_id) REFERENCES debtor_emails (id),
    CONSTRAINT messages_5_promise FOREIGN KEY (promise_id) REFERENCES promises (id),
    CONSTRAINT messages_6_task FOREIGN KEY (task_id) REFERENCES tasks (id),
    CONSTRAINT messages_channel CHECK (channel IN ('sms', 'email')),
    CONSTRAINT messages_purpose CHECK (purpose IN ('promise_reminder', 'step', 'by_hand')),
    CONSTRAINT messages_state CHECK (state IN ('planned', 'held', 'refused', 'cancelled', 'sending', 'sent', 'delivered',
        'failed', 'in_doubt')),
    CONSTRAINT messages_waits CHECK ((state IN ('planned', 'held')) = (next_at IS NOT NULL)),
    CONSTRAINT messages_one_recipient CHECK (number_id IS NULL OR email_id IS NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE message_changes (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    message_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6) NOT NULL,
    state      VARCHAR(10) NOT NULL,
    reason     TEXT        NULL,
    KEY message_changes_of (message_id, id),
    CONSTRAINT message_changes_message FOREIGN KEY (message_id) REFERENCES messages (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A fact may be about an address instead of a number.
ALTER TABLE facts DROP CONSTRAINT facts_kind;

ALTER TABLE facts
    MODIFY COLUMN kind VARCHAR(20) NOT NULL,
    ADD COLUMN email_id BIGINT NULL AFTER number_id,
    ADD KEY facts_of_email (email_id);

ALTER TABLE facts
    ADD CONSTRAINT facts_4_email FOREIGN KEY (email_id) REFERENCES debtor_emails (id),
    ADD CONSTRAINT facts_one_place CHECK (number_id IS NULL OR email_id IS NULL),
    ADD CONSTRAINT facts_kind CHECK (kind IN ('cease', 'attorney', 'dispute', 'bankruptcy', 'deceased', 'minor',
        'wrong_party', 'refused', 'inconvenient', 'consent', 'message_consent', 'no_messages'));

-- Decisions about messages are sealed into the same chain. The decision's text names the message too, and so the chain does.
ALTER TABLE decisions DROP CONSTRAINT decisions_allowed;

ALTER TABLE decisions
    ADD COLUMN message_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER attempt_id,
    ADD KEY decisions_of_message (message_id);

ALTER TABLE decisions
    ADD CONSTRAINT decisions_allowed CHECK (message_id IS NOT NULL AND attempt_id IS NULL
        OR message_id IS NULL AND (verdict = 'allow') = (attempt_id IS NOT NULL));
