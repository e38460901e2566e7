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

    /** A row that does not. */
    record Bad(RejectedRow row) implements ReadRow {}
}
