-- On which phone a supervisor has the debtor, for a dialer that starts anew in the midst of it, and when another agent got them.
-- 00: nobody knows.
ALTER TABLE take_overs
    ADD COLUMN extension VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '00',
    ADD COLUMN ended_at DATETIME(6) NULL;
