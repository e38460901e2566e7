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
 */
public record RejectedRow(long line, @Nullable String caseRef, List<Problem> problems) {
    public RejectedRow {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a row is rejected for a reason: give at least one problem");
        }
    }
}
