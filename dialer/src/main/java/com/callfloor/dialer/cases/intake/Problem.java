package com.callfloor.dialer.cases.intake;

import com.callfloor.dialer.words.Words;

/**
 * One thing that is wrong with a row or a header.
 *
 * @param column as the file's own header names it; empty if it concerns the row as a whole
 * @param words what is wrong and how to mend it; never hold a telephone number, a debtor's name or a line break
 */
public record Problem(String column, Reason reason, Words words) {
    /** {@link #words} in English. */
    public String message() {
        return words.en();
    }
}
