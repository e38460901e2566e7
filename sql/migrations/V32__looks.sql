-- A look at what is known of a recording is noted where it was refused.
ALTER TABLE recording_accesses DROP CONSTRAINT recording_accesses_kind;
ALTER TABLE recording_accesses
    ADD CONSTRAINT recording_accesses_kind CHECK (kind IN ('play', 'download', 'export', 'look'));

-- A subject is kept together with its issuer from now on, hashed. Of those kept until now nobody knows the issuer, so each
-- person is known by the login once more, at the next sign-in by the provider.
UPDATE users SET provider_subject = NULL;
