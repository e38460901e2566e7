package com.callfloor.dialer.cases.intake;

/**
 * Follows quotation marks through the lines of one CSV row: a mark opens a cell only where the cell begins, and closes
 * it unless it is doubled.
 */
final class Quotes {
    private final char separator;
    private boolean inside;
    private boolean overLines;
    private int separatorsInside;
    private int mostOverLines;

    Quotes(char separator) {
        this.separator = separator;
    }

    /** Reads one more line; if the last one ended inside a cell, this one begins inside it. */
    void read(String line) {
        boolean atCellStart = !inside;
        overLines = inside;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (inside) {
                separatorsInside += character == separator ? 1 : 0;
                if (character == '"') {
                    boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
                    i += doubled ? 1 : 0;
                    inside = doubled;
                    noteSeparators();
                }
            } else if (character == '"' && atCellStart) {
                inside = true;
                overLines = false;
                separatorsInside = 0;
            }
            atCellStart = !inside && character == separator;
        }
        noteSeparators();
    }

    private void noteSeparators() {
        if (overLines) {
            mostOverLines = Math.max(mostOverLines, separatorsInside);
        }
    }

    /** The row goes on in the next line. */
    boolean open() {
        return inside;
    }

    /** The most separators in any cell that runs over lines. */
    int separatorsOverLines() {
        return mostOverLines;
    }
}
