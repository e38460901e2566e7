-- The books of the rules: calls of others, facts, do-not-call lists, packs, and every decision in a hash chain.
--
-- Foreign keys are named so that the server checks them, and so locks their rows, in the order case, debtor, number.

-- Calls that count although this dialer did not place them. Append-only.
CREATE TABLE other_calls (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id   BIGINT       NOT NULL,
    debtor_id BIGINT       NOT NULL,
    number_id BIGINT       NOT NULL,
    at        DATETIME(6)  NOT NULL,
    direction VARCHAR(3)   NOT NULL,
    result    VARCHAR(12)  NOT NULL,
    rang      BOOLEAN      NOT NULL,
    origin    VARCHAR(10)  NOT NULL,
    source    VARCHAR(500) NOT NULL,
    noted_at  DATETIME(6)  NOT NULL,
    KEY other_calls_of_case (case_id, at),
    KEY other_calls_of_debtor (debtor_id, at),
    KEY other_calls_to_number (number_id, at),
    CONSTRAINT other_calls_1_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT other_calls_2_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT other_calls_3_number FOREIGN KEY (number_id) REFERENCES phone_numbers (id),
    CONSTRAINT other_calls_direction CHECK (direction IN ('in', 'out')),
    CONSTRAINT other_calls_origin CHECK (origin IN ('inbound', 'manual', 'imported')),
    CONSTRAINT other_calls_inbound CHECK ((origin = 'inbound') = (direction = 'in')),
    CONSTRAINT other_calls_result CHECK (result IN ('conversation', 'answered', 'abandoned', 'voicemail', 'no_answer',
        'busy', 'invalid', 'failed', 'unknown'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Facts that gate calls. Append-only: a fact is withdrawn by a row of the next table, never changed.
CREATE TABLE facts (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind      VARCHAR(12)  NOT NULL,
    at        DATETIME(6)  NOT NULL,
    debtor_id BIGINT       NOT NULL,
    case_id   BIGINT       NOT NULL,
    number_id BIGINT       NULL,
    until_at  DATETIME(6)  NULL,
    -- Such as 09:00-12:00 MONDAY,FRIDAY.
    hours     VARCHAR(100) NULL,
    -- Ids of rules, separated by blanks.
    lifts     TEXT         NOT NULL,
    evidence  TEXT         NOT NULL,
    noted_by  VARCHAR(200) NOT NULL,
    noted_at  DATETIME(6)  NOT NULL,
    KEY facts_of_debtor (debtor_id),
    KEY facts_of_number (number_id),
    CONSTRAINT facts_1_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT facts_2_debtor FOREIGN KEY (debtor_id) REFERENCES debtors (id),
    CONSTRAINT facts_3_number FOREIGN KEY (number_id) REFERENCES phone_numbers (id),
    CONSTRAINT facts_kind CHECK (kind IN ('cease', 'attorney', 'dispute', 'bankruptcy', 'deceased', 'minor',
        'wrong_party', 'refused', 'inconvenient', 'consent'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE fact_withdrawals (
    fact_id      BIGINT       NOT NULL PRIMARY KEY,
    at           DATETIME(6)  NOT NULL,
    withdrawn_by VARCHAR(200) NOT NULL,
    why          TEXT         NOT NULL,
    CONSTRAINT fact_withdrawals_fact FOREIGN KEY (fact_id) REFERENCES facts (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- By number and not by phone_numbers.id: most numbers of a list belong to nobody that we know. Entries stay when removed.
CREATE TABLE do_not_call (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    list       VARCHAR(100) NOT NULL,
    -- Null: for every lender.
    lender     VARCHAR(500) NULL,
    e164       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    added_at   DATETIME(6)  NOT NULL,
    added_by   VARCHAR(200) NOT NULL,
    removed_at DATETIME(6)  NULL,
    removed_by VARCHAR(200) NULL,
    KEY do_not_call_number (e164, removed_at),
    KEY do_not_call_list (list, removed_at),
    CONSTRAINT do_not_call_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every text of a pack that was ever in force; a pack's latest row is in force. Append-only.
CREATE TABLE rule_packs (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pack          VARCHAR(100) NOT NULL,
    version       VARCHAR(100) NOT NULL,
    text          MEDIUMTEXT   NOT NULL,
    sha256        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    in_force_from DATETIME(6)  NOT NULL,
    KEY rule_packs_of_pack (pack, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Why a call was placed or not: every rule with its version, as JSON text. Proof, so never rewritten.
CREATE TABLE decisions (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at         DATETIME(6) NOT NULL,
    case_id    BIGINT      NOT NULL,
    number_id  BIGINT      NULL,
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    verdict    VARCHAR(10) NOT NULL,
    not_before DATETIME(6) NULL,
    decision   MEDIUMTEXT  NOT NULL,
    KEY decisions_of_case (case_id, at),
    CONSTRAINT decisions_of_attempt UNIQUE (attempt_id),
    CONSTRAINT decisions_1_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT decisions_verdict CHECK (verdict IN ('allow', 'deny', 'not_before')),
    CONSTRAINT decisions_allowed CHECK ((verdict = 'allow') = (attempt_id IS NOT NULL)),
    CONSTRAINT decisions_not_before CHECK ((verdict = 'not_before') = (not_before IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO decisions (at, case_id, number_id, attempt_id, verdict, decision)
SELECT reserved_at, case_id, number_id, id, 'allow', decision FROM attempts ORDER BY id;

ALTER TABLE attempts
    DROP COLUMN decision,
    ADD COLUMN purpose VARCHAR(12) NOT NULL DEFAULT 'collection' AFTER number_id,
    ADD COLUMN agent_held BOOLEAN NOT NULL DEFAULT FALSE AFTER purpose;

ALTER TABLE attempts ADD CONSTRAINT attempts_purpose CHECK (purpose IN ('collection', 'information'));

-- One entry for each decision, in the order in which they were sealed. No foreign key: a deleted decision must leave a gap
-- that is seen. The numbers have no holes, so that a missing entry is seen too.
CREATE TABLE decision_chain (
    seq         BIGINT NOT NULL PRIMARY KEY,
    decision_id BIGINT NOT NULL,
    hash        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT decision_chain_once UNIQUE (decision_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
