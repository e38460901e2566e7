package com.callfloor.dialer.cases.intake;

/**
 * One thing that is wrong with a row or a header.
 *
 * @param column as the file's own header names it; empty if it concerns the row as a whole
 * @param message what is wrong and how to mend it; never holds a telephone number, a debtor's name or a line break
 */
public record Problem(String column, Reason reason, String message) {}
