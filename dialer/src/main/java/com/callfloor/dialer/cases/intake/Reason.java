package com.callfloor.dialer.cases.intake;

import java.util.Locale;

/** Why a value, a row or a column was not taken as it stands. Codes are stable: reports and programs rely on them. */
public enum Reason {
    MISSING, UNREADABLE, TOO_LONG, OUT_OF_RANGE,
    /** An amount due that is zero or below. */
    NOT_POSITIVE,
    /** More decimals than the currency has. */
    TOO_PRECISE,
    /** The amount carries another currency's sign. */
    CURRENCY_MISMATCH,
    /** A currency, region, zone or language that does not exist. */
    UNKNOWN_CODE,
    /** A number that no telephone of its country can have. */
    IMPOSSIBLE_NUMBER,
    /** A number with its country code in a range that is not known to be allocated; kept. */
    UNALLOCATED_NUMBER, NO_OWN_NUMBER,
    /** A type that is none of the known ones; the number is kept as a contact's. */
    UNKNOWN_TYPE,
    /** A contact with a name but no number; left out. */
    NO_CONTACT_NUMBER,
    /** An earlier row of the file has the same reference; this one counts. */
    DUPLICATE_CASE_REF,
    /** A spreadsheet has turned a long reference into a rounded number. */
    DIGITS_LOST,
    /** More cells than the header names; which value belongs to which column is a guess. */
    TOO_MANY_CELLS,
    /** Quotation marks that do not pair; where its cells end is a guess. */
    STRAY_QUOTE, UNKNOWN_COLUMN, OTHER_SHEETS, ABOVE_HEADER,
    /** A line that adds others up; no case. */
    TOTAL_LINE,
    /** A bare number in a column of dates, read as a spreadsheet's count of days. */
    SERIAL_DATE,
    /** The same reference stands for something else in the books. */
    CONTRADICTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
