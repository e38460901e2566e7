package com.callfloor.dialer.cases.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row that does not enter the system.
 *
 * @param line the line (CSV) or row (XLSX) it starts on, 1 being the header of a file that starts with it
 * @param caseRef the reference that tells it apart, in other files than case files their own; null where the row has
 *     none that could be read
 * @param problems at least one
 * @param cells the row as the file holds it; may be empty
 */
public record RejectedRow(long line, @Nullable String caseRef, List<Problem> problems,
        List<String> cells) {
    public RejectedRow {
        problems = List.copyOf(problems);
        cells = List.copyOf(cells);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a row is rejected for a reason: give at least one problem");
        }
    }

    /** Without the row itself. */
    public RejectedRow(long line, @Nullable String caseRef, List<Problem> problems) {
        this(line, caseRef, problems, List.of());
    }

    /** Whether it may stand for a case that cannot be told from it; a line of totals does not. */
    public boolean hidesACase() {
        return caseRef == null && problems.stream().noneMatch(problem -> problem.reason() == Reason.TOTAL_LINE);
    }
}
