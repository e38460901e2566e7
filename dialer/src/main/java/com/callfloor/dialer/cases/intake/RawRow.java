package com.callfloor.dialer.cases.intake;

import java.util.List;

/**
 * A row as the file holds it.
 *
 * @param line where it starts, from 1
 * @param cells texts in the file's order; dates of a spreadsheet are ISO, numbers plain
 * @param broken its quotation marks make no sense, and its cells may be cut in wrong places
 */
record RawRow(long line, List<String> cells, boolean broken) {

    boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** A cell beyond the row's end is an empty one: many programs leave out empty cells at the end. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
