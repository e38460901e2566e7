-- Money that reached a lender, posting by posting, and what it leaves due of a case.

ALTER TABLE cases
    -- Of the postings noted since the lender's file last stated another amount due; may be negative after a reversal.
    ADD COLUMN paid_minor    BIGINT      NOT NULL DEFAULT 0 AFTER amount_due_minor,
    -- When a file of the lender's stated this amount due for the first time: it knows of all money that came before.
    ADD COLUMN due_stated_at DATETIME(6) NOT NULL DEFAULT '2000-01-01 00:00:00.000000',
    -- No call is planned before this; null: no such wish.
    ADD COLUMN rest_until    DATETIME(6) NULL;

ALTER TABLE cases DROP CONSTRAINT cases_state;

ALTER TABLE cases ADD CONSTRAINT cases_state CHECK (state IN ('open', 'paid', 'withdrawn'));

-- Whoever writes postings locks this one row first: a reversal and its payment that come at once would miss each other.
CREATE TABLE payment_turn (
    id TINYINT NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO payment_turn (id) VALUES (1);

CREATE TABLE payment_imports (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source   VARCHAR(255) NOT NULL,
    began_at DATETIME(6)  NOT NULL,
    ended_at DATETIME(6)  NULL,
    added    BIGINT       NULL,
    known    BIGINT       NULL,
    bad      BIGINT       NULL,
    -- CSV text for the lender: what was wrong with which row.
    rejected MEDIUMTEXT   NULL,
    CONSTRAINT payment_imports_counted CHECK
        ((ended_at IS NULL) = (added IS NULL) AND (added IS NULL) = (known IS NULL) AND (known IS NULL) = (bad IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Never changed once written, but for the case that a posting is found to belong to.
CREATE TABLE payments (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Empty where the floor has one lender and its postings name none.
    lender         VARCHAR(200) NOT NULL,
    reference      VARCHAR(100) NOT NULL,
    kind           VARCHAR(10)  NOT NULL,
    case_ref       VARCHAR(100) NULL,
    debtor_ref     VARCHAR(100) NULL,
    reversed       VARCHAR(100) NULL,
    currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Negative where an earlier posting is reversed.
    amount_minor   BIGINT       NOT NULL,
    value_date     DATE         NOT NULL,
    payer          VARCHAR(200) NULL,
    noted_at       DATETIME(6)  NOT NULL,
    case_id        BIGINT       NULL,
    matched_by     VARCHAR(20)  NULL,
    matched_at     DATETIME(6)  NULL,
    -- The login of whoever matched it by hand.
    matched_hand   VARCHAR(100) NULL,
    why_unmatched  VARCHAR(20)  NULL,
    CONSTRAINT payments_once UNIQUE (lender, reference),
    KEY payments_of_case (case_id, noted_at),
    KEY payments_named (reference),
    KEY payments_reversing (reversed),
    CONSTRAINT payments_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT payments_kind CHECK (kind IN ('payment', 'reversal')),
    CONSTRAINT payments_sign CHECK ((kind = 'payment') = (amount_minor > 0) AND amount_minor <> 0),
    CONSTRAINT payments_currency CHECK (currency REGEXP '^[A-Z]{3}$'),
    CONSTRAINT payments_rule CHECK (matched_by IN ('case_ref', 'reference', 'amount', 'by_hand')),
    CONSTRAINT payments_matched CHECK ((case_id IS NULL) = (matched_by IS NULL)
        AND (case_id IS NULL) = (matched_at IS NULL) AND (case_id IS NULL) = (why_unmatched IS NOT NULL)
        AND (COALESCE(matched_by, '') = 'by_hand') = (matched_hand IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
