package com.callfloor.dialer.cases.intake;

/** One row's values by column. */
final class Cells {
    private final Header header;
    private final RawRow row;

    Cells(Header header, RawRow row) {
        this.header = header;
        this.row = row;
    }

    /** Cleaned text; empty where the file has no such column or the cell is empty. */
    String text(Column column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : Text.clean(row.cell(index));
    }

    /** The same with full-width forms made ASCII: for references, numbers, dates and codes. */
    String plain(Column column) {
        return Text.plain(text(column));
    }
}
