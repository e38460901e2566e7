-- Which way each attempt left, and what was heard of it.

ALTER TABLE attempts
    -- The last trunk that was asked; null where the attempt was never sent out, or before this was kept.
    ADD COLUMN trunk       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- Our own number as it was shown to the debtor; null left it to the trunk.
    ADD COLUMN caller_id   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- Sound came without a ringing signal. Nobody knows whether a phone rang then, so rang is true as well: rang_at tells
    -- the ringing that was heard.
    ADD COLUMN early_media BOOLEAN NOT NULL DEFAULT FALSE;
