package com.callfloor.dialer.cases.intake;

import java.util.List;

import com.callfloor.dialer.cases.CaseRow;

/** What one row of a case file turned out to be. */
public sealed interface ReadRow {

    /**
     * A row that enters the system.
     *
     * @param warnings what was left out of the row; usually none
     */
    record Good(CaseRow row, List<Problem> warnings) implements ReadRow {
        public Good {
            warnings = List.copyOf(warnings);
        }
    }

    /** A case that the lender takes back; {@code line} as in {@link CaseRow}. */
    record Withdrawn(long line, String caseRef) implements ReadRow {}

    /** A row that does not enter the system. */
    record Bad(RejectedRow row) implements ReadRow {}
}
