-- No question goes by a case's import: a full file's missing cases are looked for lender by lender. Yet every row of every
-- file paid for the index, and for the check that the import is there, which the import itself wrote.
ALTER TABLE cases DROP FOREIGN KEY cases_import;

ALTER TABLE cases DROP INDEX cases_import;
