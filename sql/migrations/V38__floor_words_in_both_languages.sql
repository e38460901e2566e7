-- What the floor words where nobody typed it, in Chinese too; null where it is the same.
ALTER TABLE attempts ADD COLUMN note_zh TEXT NULL;
ALTER TABLE messages ADD COLUMN reason_zh TEXT NULL;
ALTER TABLE message_changes ADD COLUMN reason_zh TEXT NULL;
ALTER TABLE call_transfers ADD COLUMN because_zh TEXT NULL;
ALTER TABLE call_outside_transfers ADD COLUMN because_zh TEXT NULL;
ALTER TABLE imports ADD COLUMN problem_zh TEXT NULL;
