package com.callfloor.dialer.cases.intake;

/** Text on its way into a cell that somebody will open in a spreadsheet. */
public final class SpreadsheetText {
    /** A cell that starts with one of these is a formula to Excel and its like, and a formula can send data away. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /** The same, with a mark before it where it would be taken for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
