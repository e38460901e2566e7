-- Why calls are placed, or not: which settings people changed, and what each case waits for.

-- What people changed while the floor ran. Append-only. The files give the start; the last row of a setting lies over them,
-- unless it says what the files say.
CREATE TABLE live_changes (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at         DATETIME(6)   NOT NULL,
    user_id    BIGINT        NOT NULL,
    setting    VARCHAR(20)   NOT NULL,
    -- A campaign's id or a trunk's name; '' for the floor's own.
    subject    VARCHAR(64)   NOT NULL,
    from_value VARCHAR(2000) NOT NULL,
    to_value   VARCHAR(2000) NOT NULL,
    as_in_files BOOLEAN       NOT NULL,
    why        VARCHAR(500)  NULL,
    -- The change that this one takes back; each is taken back once.
    undoes     BIGINT        NULL,
    KEY live_changes_of (setting, subject, id),
    KEY live_changes_subject (subject, id),
    CONSTRAINT live_changes_undoes UNIQUE (undoes),
    CONSTRAINT live_changes_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT live_changes_undone FOREIGN KEY (undoes) REFERENCES live_changes (id),
    CONSTRAINT live_changes_setting CHECK (setting IN ('mode', 'lines', 'ringing', 'abandon_target', 'order', 'channels',
        'calls_per_second', 'open'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE cases
    -- What spoke against the last call that was asked for, as kind:RULE-ID, and the instant that it named (null: none). It is
    -- why the case waits as long as next_call_at is still that instant: whoever plans another call need not know of it.
    ADD COLUMN denied_by    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN denied_until DATETIME(6) NULL;

-- What the columns behind the id hold is counted without reading a case.
ALTER TABLE cases DROP INDEX cases_due,
    ADD KEY cases_due (campaign_id, state, next_call_at, id, held_until, rest_until, reserved_until, denied_by, denied_until);
