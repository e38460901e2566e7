package com.callfloor.dialer.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes a lender's case file in: good rows become cases, bad ones are reported. Blocks on disk and database. */
public interface CaseFileImporter {
    /**
     * Imports one file.
     *
     * @param name the file's own name, which its kind is told by: {@code .csv} or {@code .xlsx}
     * @param file where it lies now
     * @throws UnusableCaseFile nothing was imported
     */
    ImportResult importFile(String name, Path file) throws IOException, UnusableCaseFile;

    /**
     * What became of the rows.
     *
     * @param good added and updated ones
     * @param rejected in the file's order; as many as {@code bad}, or the first of them where there are very many
     */
    record ImportResult(long id, long good, long added, long updated, long bad, List<RejectedRow> rejected) {
        public ImportResult {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * A row that was not imported, with everything that is wrong with it.
     *
     * @param line in the file, 1 being the header
     * @param caseRef empty where the row has none
     */
    record RejectedRow(long line, String caseRef, List<RowProblem> problems) {
        public RejectedRow {
            problems = List.copyOf(problems);
        }
    }

    /** {@code reason}: a code such as {@code missing}; {@code message}: what is wrong and how to mend it. */
    record RowProblem(String column, String reason, String message) {}

    /** The file as a whole cannot be read: wrong kind, no header, a required column missing. */
    final class UnusableCaseFile extends Exception {
        public UnusableCaseFile(String message) {
            super(message);
        }
    }
}
