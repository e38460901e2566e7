-- A look at what is known of a recording is noted where it was refused.
ALTER TABLE recording_accesses DROP CONSTRAINT recording_accesses_kind;
ALTER TABLE recording_accesses
    ADD CONSTRAINT recording_accesses_kind CHECK (kind IN ('play', 'download', 'export', 'look'));
