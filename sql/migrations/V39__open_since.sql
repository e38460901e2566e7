-- Since when a case has been one to call, by the files: a target of calls a week says nothing of one that came yesterday. Of those
-- that were there before this column nobody knows, and they count as old.
ALTER TABLE cases ADD COLUMN open_since DATETIME(6) NOT NULL DEFAULT '2000-01-01 00:00:00.000000';
