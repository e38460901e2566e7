package com.callfloor.dialer.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.ImportBook.ImportRecord;
import com.callfloor.dialer.words.Words;

/** Takes a lender's case file in: good rows become cases, bad ones are reported. Blocks on disk and database. */
public interface CaseFileImporter {
    /**
     * Imports one file; returns when it is in.
     *
     * @throws UnusableCaseFile nothing was imported, or not all of a file that turned out to be damaged
     */
    ImportResult importFile(CaseDelivery delivery) throws IOException, UnusableCaseFile;

    /** Imports a file of nobody in particular. {@code name}: the file's own; {@code file}: where it lies now. */
    default ImportResult importFile(String name, Path file) throws IOException, UnusableCaseFile {
        return importFile(CaseDelivery.of(name, file));
    }

    /**
     * Withdraws the missing cases of a held import.
     *
     * @param by who confirms it
     * @return empty if there is no such import
     * @throws Objection if it is not held
     */
    Optional<ImportRecord> confirm(long importId, String by);

    /** Withdraws open cases at once; returns how many there were. */
    int withdraw(Collection<String> caseRefs, String why);

    /** The file of an import's rejected rows; empty where it had none. */
    Optional<Path> rejects(long importId);

    /**
     * What became of the rows.
     *
     * @param good added and updated ones; withdrawn ones are not among them
     * @param rejected in the file's order; as many as {@code bad}, or the first of them where there are very many
     * @param warnings what in the file was not read
     * @param withdrawn cases that were open until now
     * @param missing open cases that a full file did not hold; they are withdrawn when somebody confirms it
     */
    record ImportResult(long id, long good, long added, long updated, long bad, List<RejectedRow> rejected,
            List<RowProblem> warnings, long withdrawn, long missing) {
        public ImportResult {
            rejected = List.copyOf(rejected);
            warnings = List.copyOf(warnings);
        }

        /** Of a file that withdraws nothing. */
        public ImportResult(long id, long good, long added, long updated, long bad, List<RejectedRow> rejected) {
            this(id, good, added, updated, bad, rejected, List.of(), 0, 0);
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

    /** {@code reason}: a code such as {@code missing}; {@code words}: what is wrong and how to mend it. */
    record RowProblem(String column, String reason, Words words) {
        /** {@link #words} in English. */
        public String message() {
            return words.en();
        }
    }

    /** The file as a whole cannot be read: wrong kind, no header, a required column missing. */
    final class UnusableCaseFile extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Words words;

        public UnusableCaseFile(Words words) {
            super(words.en());
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }
}
