-- The floor's books. Runs on MySQL 8.4+ and MariaDB 10.6+ alike: no feature that only one of them has.
--
-- Conventions: instants are DATETIME(6) in UTC (TIMESTAMP ends in 2038 and moves with a session's time zone); money is
-- BIGINT minor units with an ISO 4217 code; references, logins and codes compare byte by byte, hence utf8mb4_bin.
-- Locks are always taken in the order cases, debtors, phone_numbers, each by ascending id, so that nodes never deadlock.

CREATE TABLE users (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    login         VARCHAR(100) NOT NULL,
    name          VARCHAR(200) NOT NULL,
    role          VARCHAR(20)  NOT NULL,
    password_hash VARCHAR(500) NULL,
    -- One phone rings for one person: two agents on one extension would take each other's calls.
    extension     VARCHAR(10)  NULL,
    CONSTRAINT users_login UNIQUE (login),
    CONSTRAINT users_extension UNIQUE (extension),
    CONSTRAINT users_role CHECK (role IN ('agent', 'supervisor', 'qa', 'administrator', 'auditor', 'integration')),
    CONSTRAINT users_extension_digits CHECK (extension REGEXP '^[0-9]{2,10}$')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Only hashes are kept: who reads this table cannot sign in with it.
CREATE TABLE sessions (
    token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    user_id    BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY sessions_expired (expires_at),
    CONSTRAINT sessions_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_tokens (
    name       VARCHAR(100) NOT NULL PRIMARY KEY,
    token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id    BIGINT       NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    CONSTRAINT api_tokens_hash UNIQUE (token_hash),
    CONSTRAINT api_tokens_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE campaigns (
    id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code VARCHAR(50)  NOT NULL,
    name VARCHAR(200) NOT NULL,
    CONSTRAINT campaigns_code UNIQUE (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO campaigns (id, code, name) VALUES (1, 'default', 'Default');

CREATE TABLE imports (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source   VARCHAR(255) NOT NULL,
    began_at DATETIME(6)  NOT NULL,
    ended_at DATETIME(6)  NULL,
    good     BIGINT       NULL,
    bad      BIGINT       NULL,
    CONSTRAINT imports_counted CHECK ((ended_at IS NULL) = (good IS NULL) AND (good IS NULL) = (bad IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row is one person, whoever lent the money: the caps that protect a person count here.
CREATE TABLE debtors (
    id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref  VARCHAR(100) NOT NULL,
    name VARCHAR(500) NOT NULL,
    CONSTRAINT debtors_ref UNIQUE (ref)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row is one telephone, shared among debtors: the caps of a number count for all of them, and its row is the lock.
CREATE TABLE phone_numbers (
    id   BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    e164 VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT phone_numbers_e164 UNIQUE (e164),
    CONSTRAINT phone_numbers_shape CHECK (e164 REGEXP '^[+][1-9][0-9]{6,14}$')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE debtor_numbers (
    debtor_id        BIGINT       NOT NULL,
    number_id        BIGINT       NOT NULL,
    role             VARCHAR(10)  NOT NULL,
    position         INT          NOT NULL,
    contact_name     VARCHAR(500) NULL,
    contact_relation VARCHAR(500) NULL,
    -- False once the network said that the number is not in service.
    valid            BOOLEAN      NOT NULL DEFAULT TRUE,
    PRIMARY KEY (debtor_id, number_id),
    KEY debtor_numbers_number (number_id),
    CONSTRAINT debtor_numbers_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT debtor_numbers_phone FOREIGN KEY (number_id) REFERENCES phone_numbers (id),
    CONSTRAINT debtor_numbers_role CHECK (role IN ('mobile', 'home', 'work', 'contact'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE cases (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref              VARCHAR(100) NOT NULL,
    debtor_id        BIGINT       NOT NULL,
    campaign_id      BIGINT       NOT NULL DEFAULT 1,
    import_id        BIGINT       NOT NULL,
    lender           VARCHAR(500) NULL,
    product          VARCHAR(500) NULL,
    currency         CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_due_minor BIGINT       NOT NULL,
    principal_minor  BIGINT       NULL,
    due_date         DATE         NOT NULL,
    overdue_days     INT          NULL,
    overdue_periods  INT          NULL,
    region           VARCHAR(10)  NULL,
    postal_code      VARCHAR(50)  NULL,
    timezone         VARCHAR(64)  NULL,
    language         VARCHAR(100) NULL,
    notes            TEXT         NULL,
    state            VARCHAR(10)  NOT NULL DEFAULT 'open',
    -- Null: nobody to call until something else happens, such as a new number.
    next_call_at     DATETIME(6)  NULL,
    CONSTRAINT cases_ref UNIQUE (ref),
    -- The order in which cases are picked; the pick locks the one entry that it takes from this index.
    KEY cases_due (state, next_call_at, id),
    KEY cases_debtor (debtor_id),
    CONSTRAINT cases_of_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT cases_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT cases_import FOREIGN KEY (import_id) REFERENCES imports (id),
    CONSTRAINT cases_state CHECK (state IN ('open', 'withdrawn')),
    CONSTRAINT cases_currency CHECK (currency REGEXP '^[A-Z]{3}$')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Written before anything is dialed, and never deleted: every cap counts rows of this table.
CREATE TABLE attempts (
    id               CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    case_id          BIGINT      NOT NULL,
    -- The case's debtor at that time: what a person was called does not move when a case does.
    debtor_id        BIGINT      NOT NULL,
    number_id        BIGINT      NOT NULL,
    agent_id         BIGINT      NULL,
    state            VARCHAR(12) NOT NULL,
    reserved_at      DATETIME(6) NOT NULL,
    dialed_at        DATETIME(6) NULL,
    rang_at          DATETIME(6) NULL,
    answered_at      DATETIME(6) NULL,
    connected_at     DATETIME(6) NULL,
    message_at       DATETIME(6) NULL,
    ended_at         DATETIME(6) NULL,
    outcome          VARCHAR(12) NULL,
    cause            SMALLINT    NULL,
    rang             BOOLEAN     NOT NULL DEFAULT FALSE,
    note             TEXT        NULL,
    disposition      VARCHAR(30) NULL,
    disposition_note TEXT        NULL,
    disposed_at      DATETIME(6) NULL,
    -- Why it was allowed: every rule with its version, as JSON text. Proof, so never rewritten.
    decision         MEDIUMTEXT  NOT NULL,
    KEY attempts_of_debtor (debtor_id, reserved_at),
    KEY attempts_to_number (number_id, reserved_at),
    KEY attempts_of_case (case_id, id),
    KEY attempts_of_agent (agent_id, id),
    KEY attempts_by_time (reserved_at),
    -- Open attempts are the few without an end.
    KEY attempts_ended (ended_at),
    CONSTRAINT attempts_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT attempts_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT attempts_number FOREIGN KEY (number_id) REFERENCES phone_numbers (id),
    CONSTRAINT attempts_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT attempts_state CHECK (state IN
        ('reserved', 'dialing', 'ringing', 'waiting', 'connecting', 'connected', 'message', 'closed')),
    CONSTRAINT attempts_outcome_when_closed CHECK
        ((state = 'closed') = (outcome IS NOT NULL) AND (state = 'closed') = (ended_at IS NOT NULL)),
    CONSTRAINT attempts_outcome CHECK (outcome IN
        ('connected', 'abandoned', 'no_answer', 'busy', 'rejected', 'invalid', 'congestion', 'failed', 'unknown')),
    CONSTRAINT attempts_cause CHECK (cause BETWEEN 0 AND 127),
    CONSTRAINT attempts_answer_after_reservation CHECK (answered_at >= reserved_at),
    CONSTRAINT attempts_end_after_reservation CHECK (ended_at >= reserved_at),
    CONSTRAINT attempts_connected_to_someone CHECK (connected_at IS NULL OR agent_id IS NOT NULL),
    CONSTRAINT attempts_disposed_once CHECK ((disposition IS NULL) = (disposed_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row for each answered attempt, made at the answer: a recording that never comes is seen to be missing.
CREATE TABLE recordings (
    attempt_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state       VARCHAR(10)  NOT NULL DEFAULT 'expected',
    expected_at DATETIME(6)  NOT NULL,
    ended_at    DATETIME(6)  NULL,
    object_key  VARCHAR(200) NULL,
    sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    bytes       BIGINT       NULL,
    length_ms   BIGINT       NULL,
    -- JSON texts: what the check found, and how loud each side is.
    flaws       TEXT         NULL,
    levels      TEXT         NULL,
    verified    BOOLEAN      NOT NULL DEFAULT FALSE,
    stored_at   DATETIME(6)  NULL,
    why_missing TEXT         NULL,
    KEY recordings_awaited (state, ended_at),
    CONSTRAINT recordings_attempt FOREIGN KEY (attempt_id) REFERENCES attempts (id),
    CONSTRAINT recordings_key UNIQUE (object_key),
    CONSTRAINT recordings_state CHECK (state IN ('expected', 'stored', 'missing')),
    CONSTRAINT recordings_stored CHECK ((state = 'stored') = (stored_at IS NOT NULL) AND (stored_at IS NULL OR
        (object_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL AND length_ms IS NOT NULL))),
    CONSTRAINT recordings_missing CHECK ((state = 'missing') = (why_missing IS NOT NULL)),
    CONSTRAINT recordings_verified CHECK (NOT verified OR state = 'stored')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each agent did, append-only; an agent's latest row is the state that a restarted dialer goes on from.
CREATE TABLE agent_states (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    agent_id   BIGINT      NOT NULL,
    state      VARCHAR(12) NOT NULL,
    since      DATETIME(6) NOT NULL,
    -- No foreign key: a move must be written even where its attempt never reached the books.
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason     VARCHAR(50) NULL,
    -- Which fact of which journal this row is, so that a batch written again after a lost answer adds nothing.
    journal_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fact       BIGINT      NOT NULL,
    KEY agent_states_latest (agent_id, id),
    CONSTRAINT agent_states_once UNIQUE (journal_id, fact),
    CONSTRAINT agent_states_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT agent_states_state CHECK (state IN ('signed_out', 'ready', 'on_call', 'wrap_up', 'break')),
    CONSTRAINT agent_states_attempt CHECK ((state IN ('on_call', 'wrap_up')) = (attempt_id IS NOT NULL)),
    CONSTRAINT agent_states_reason CHECK ((state = 'break') = (reason IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
