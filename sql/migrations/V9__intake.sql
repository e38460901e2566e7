-- How a case file came in, and what becomes of cases that a lender takes back.

ALTER TABLE imports
    ADD COLUMN lender      VARCHAR(500) NULL,
    ADD COLUMN kind        VARCHAR(5)   NOT NULL DEFAULT 'delta',
    ADD COLUMN state       VARCHAR(10)  NOT NULL DEFAULT 'done',
    -- Of the file's bytes: the same file is told by it, whatever its name.
    ADD COLUMN sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN arrived_at  DATETIME(6)  NULL,
    -- When all of its good rows could be called.
    ADD COLUMN dialable_at DATETIME(6)  NULL,
    ADD COLUMN rows_read   BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN rows_bad    BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN added       BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN withdrawn   BIGINT       NOT NULL DEFAULT 0,
    -- Open cases of the lender that a full file did not hold, while nobody has confirmed that they are withdrawn.
    ADD COLUMN missing     BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN problem     TEXT         NULL,
    ADD COLUMN confirmed_by VARCHAR(200) NULL;

UPDATE imports SET state = 'failed', problem = 'ended before this was kept' WHERE ended_at IS NULL;

UPDATE imports SET arrived_at = began_at, dialable_at = ended_at, rows_read = COALESCE(good + bad, 0),
    rows_bad = COALESCE(bad, 0);

ALTER TABLE imports MODIFY COLUMN state VARCHAR(10) NOT NULL DEFAULT 'running';

ALTER TABLE imports
    ADD CONSTRAINT imports_kind CHECK (kind IN ('delta', 'full')),
    ADD CONSTRAINT imports_state CHECK (state IN ('running', 'held', 'done', 'failed')),
    ADD KEY imports_of_file (sha256);

ALTER TABLE cases
    -- JSON: the debtor's name and numbers as this case's lender gave them last. What debtors and debtor_numbers say is made
    -- from those of all cases of a debtor, and so does not depend on the order in which they came. Null: not known.
    ADD COLUMN listing       TEXT         NULL,
    ADD COLUMN withdrawn_at  DATETIME(6)  NULL,
    ADD COLUMN withdrawn_why VARCHAR(500) NULL;

ALTER TABLE debtor_numbers
    -- True where no case lists the number any more, and only therefore it is not valid.
    ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE;
