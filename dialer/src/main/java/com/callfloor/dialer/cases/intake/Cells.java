package com.callfloor.dialer.cases.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row's values by column. */
final class Cells {
    /** A text that its writer wrapped so that Excel would not take it for a number: {@code ="13800001234"}. */
    private static final Pattern WRAPPED = Pattern.compile("=\"([^\"]*)\"");

    private final Header header;
    private final RawRow row;

    Cells(Header header, RawRow row) {
        this.header = header;
        this.row = row;
    }

    /** Cleaned text; the lender's usual value where the file has no such column or the cell is empty, else empty. */
    String text(Column column) {
        int index = header.indexOf(column);
        String text = index < 0 ? "" : Text.clean(row.cell(index));
        if (text.startsWith("=")) {
            Matcher wrapped = WRAPPED.matcher(text);
            text = wrapped.matches() ? Text.clean(wrapped.group(1)) : text;
        }
        return text.isEmpty() ? header.usual(column) : text;
    }

    /**
     * The same with full-width forms made ASCII, and without the apostrophe that keeps Excel from reading a number: for
     * references, numbers, dates and codes.
     */
    String plain(Column column) {
        String plain = Text.plain(text(column));
        return plain.length() > 1 && plain.charAt(0) == '\'' ? plain.substring(1).strip() : plain;
    }

    AmountUnit unit(Column column) {
        return header.unit(column);
    }

    /** What the first cell that holds anything says. */
    String first() {
        return row.cells().stream().map(Text::clean).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }
}
