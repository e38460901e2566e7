-- What the floor itself words stands in both languages: the column has the English, the one beside it the Chinese. Null means that
-- the Chinese is the same text: it was typed by somebody, or written before this.
ALTER TABLE attempts ADD COLUMN disposition_details_zh TEXT NULL;

ALTER TABLE promise_changes ADD COLUMN text_zh TEXT NULL;

ALTER TABLE tasks
    ADD COLUMN text_zh         TEXT NULL,
    ADD COLUMN closing_note_zh TEXT NULL;

ALTER TABLE facts ADD COLUMN evidence_zh TEXT NULL;
