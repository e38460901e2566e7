-- Whom an identity provider vouches for: its subject stays the same when a login is given to somebody else.
ALTER TABLE users
    ADD COLUMN provider_subject VARCHAR(255) NULL,
    ADD CONSTRAINT users_provider_subject UNIQUE (provider_subject);

-- What people need to know a session again among theirs. NULL: opened before this was kept.
ALTER TABLE sessions
    ADD COLUMN opened_at DATETIME(6)  NULL,
    ADD COLUMN used_at   DATETIME(6)  NULL,
    ADD COLUMN address   VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN browser   VARCHAR(200) NULL;
